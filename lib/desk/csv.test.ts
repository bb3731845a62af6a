import { expect, test } from 'vitest';
import { csvLine } from './csv';

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 'plain'])).toBe('"a,b","say ""hi""","two\nlines",plain\r\n');
});

test('nothing is an empty cell, and a number is its digits', () => {
  expect(csvLine([null, undefined, '', 7])).toBe(',,,7\r\n');
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1'])(
  '%j is never a formula to a spreadsheet',
  (text) => {
    const [first] = /[^"]/.exec(csvLine([text])) ?? [];
    expect(first).toBe("'");
  },
);
