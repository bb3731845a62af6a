import { describe, expect, test } from 'vitest';
import { explainAddress } from './address-text';
import { blockOfText, codeOfText, explainHidden, lineOfText, webAddressText } from './text';

const reference = codeOfText(120);
const faultOf = (schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } }, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message);

describe('a reference', () => {
  test.each([
    'café 1004',
    '  café 1004 ',
    'cafe\u0301 1004',
    'café\u00a01004',
    'café   1004',
    '\u3000café\u20031004\ufeff',
  ])('spelled %j is the same one', (spelling) => {
    expect(reference.parse(spelling)).toBe('café 1004');
  });

  test.each([
    ['order\u200b1', 'an invisible character (U+200B) after "order"'],
    ['order\u200d1', 'an invisible character (U+200D) after "order"'],
    ['order\u20601', 'an invisible character (U+2060) after "order"'],
    ['order\u00ad1', 'an invisible character (U+00AD) after "order"'],
    ['order\u034f1', 'an invisible character (U+034F) after "order"'],
    ['order\ufe0f1', 'an invisible character (U+FE0F) after "order"'],
    ['order\u31641', 'an invisible character (U+3164) after "order"'],
    ['order\u28001', 'an invisible character (U+2800) after "order"'],
    ['\u{e0041}order', 'an invisible character (U+E0041) at its beginning'],
    ['\u202eorder', 'a sign that changes the direction of text (U+202E) at its beginning'],
    ['order\u20661', 'a sign that changes the direction of text (U+2066) after "order"'],
    ['order\u200e1', 'a sign that changes the direction of text (U+200E) after "order"'],
    ['order\n1', 'a line break (U+000A) after "order"'],
    ['order\u20281', 'a line break (U+2028) after "order"'],
    ['order\t1', 'a tab (U+0009) after "order"'],
    ['order\u00071', 'a control character (U+0007) after "order"'],
    ['order\ue0001', 'a character that no standard knows (U+E000) after "order"'],
    ['order\u{e01ff}1', 'a character that no standard knows (U+E01FF) after "order"'],
    ['a reference of some length \u200b', 'an invisible character (U+200B) after "of some length "'],
  ])('with what cannot be seen, %j, is refused with its place', (text, told) => {
    expect(faultOf(reference, text)).toEqual([`contains ${told}; leave it out`]);
  });

  test('of blanks alone is empty', () => {
    expect(reference.safeParse(' \u00a0\u3000').success).toBe(false);
  });
});

test.each([
  'می\u200cخواهم',
  'क्\u200dष',
  '👩\u200d👩\u200d👧',
  '❤\ufe0f',
  '👍🏽',
  '1\ufe0f\u20e3',
  'עברית and English',
  'Zoë',
])('joiners that spell a word or join a picture stay in text for people: %j', (text) => {
  expect(lineOfText(200).parse(text)).toBe(text.normalize('NFC'));
});

test.each(['pay\u200cpal', '\u200cمی', 'می\u200c\u200cخواهم', 'a\ufe0f', '1\ufe0f', '12\u200d3', 'می\u200c'])(
  'a joiner that joins nothing is refused there, too: %j',
  (text) => {
    expect(lineOfText(200).safeParse(text).success).toBe(false);
  },
);

test('several lines keep their line breaks, in one spelling, and say in which line something hides', () => {
  expect(blockOfText(200).parse(' one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree');
  expect(faultOf(blockOfText(200), 'one\ntwo\u200b')).toEqual([
    'contains an invisible character (U+200B) after "two"; leave it out',
  ]);
});

test('length is that of the text as it is kept', () => {
  expect(lineOfText(4).parse('  cafe\u0301 ')).toBe('café');
  expect(lineOfText(4).safeParse('abcde').success).toBe(false);
  expect(lineOfText(10, 3).safeParse(' a ').success).toBe(false);
});

test('a web address that hides something is refused', () => {
  expect(webAddressText().safeParse('https://shop.example/a').success).toBe(true);
  expect(webAddressText().safeParse('https://shop.example/\u202ea').success).toBe(false);
  expect(webAddressText().safeParse('javascript:alert(1)').success).toBe(false);
});

const digits = '3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';

test.each([
  [`eth:0x${digits}`, 'begins with "eth:": leave that out and begin with 0x'],
  [`0X${digits}`, 'begins with 0X: write 0x, with a small x'],
  [digits, 'lacks 0x at its beginning'],
  ['vitalik.eth', 'is a name: write 0x and its 40 digits instead'],
  [`0x${digits.slice(1)}`, 'has 39 digits after 0x, and an address has 40'],
  [`0xO${digits.slice(1)}`, 'contains "O", which is no digit of an address (0 to 9 and a to f)'],
  ['hello there', 'must be an address: 0x and 40 hexadecimal digits'],
  [
    `0x\u200b${digits}`,
    'contains an invisible character (U+200B) after "0x"; leave it out: copy the address again, or type it',
  ],
])('what is wrong with the address %j is told in words', (text, words) => {
  expect(explainAddress(text)).toBe(words);
});

test('nothing is wrong with an address, and nothing hides in plain text', () => {
  expect([explainAddress(`0x${digits}`), explainHidden('Order 1004')]).toEqual([null, null]);
});
