import { expect, test } from 'vitest';
import { csvLine } from './csv';

test('a record is RFC 4180: quotes where they are needed, doubled inside, CRLF at the end', () => {
  expect(csvLine(['plain', 'with, comma', 'with "quotes"', 'two\nlines', '', null, ' padded '])).toBe(
    'plain,"with, comma","with ""quotes""","two\nlines",,," padded "\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1 555 0100', "'+1 555 0100"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', '"\'\r\'=1"'],
  ['  =1+1', "'  =1+1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['＝1+1', "'＝1+1"],
  ['=HYPERLINK("http://evil.example","x")', '"\'=HYPERLINK(""http://evil.example"",""x"")"'],
  ['-12.50', '-12.50'],
  ['12.50', '12.50'],
  ['a=b', 'a=b'],
  ['a;=1+1', "a;'=1+1"],
  ['a; \u00a0@SUM(A1);-2', "a; \u00a0'@SUM(A1);'-2"],
  ['a\t=1+1', "a\t'=1+1"],
  ['a\n=1+1', '"a\n\'=1+1"'],
  ['a;"=1+1"', '"a;""\'=1+1"""'],
  ['a, =1+1', '"a, =1+1"'],
  ['a; b - c', 'a; b - c'],
])('%j is written as %j', (value, written) => {
  expect(csvLine([value])).toBe(`${written}\r\n`);
});
