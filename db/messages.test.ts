import { expect, test } from 'vitest';
import { codeOfError, kinds, messageReader } from './messages';

const message = (kind: number, body: string) => {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(body));
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(4 + Buffer.byteLength(body), 1);
  bytes.write(body, 5);
  return bytes;
};
const rows = 0x44;
const error = 'SERROR\0VERROR\0C25006\0Mcannot execute INSERT\0\0';
const stream = Buffer.concat([
  message(rows, 'x'.repeat(300)),
  message(kinds.error, error),
  message(rows, 'Z'),
  message(kinds.ready, 'I'),
  message(kinds.ready, 'E'),
]);

test.each([1, 2, 3, 4, 5, 7, 50, 1000])('messages are told apart when they come in pieces of %i bytes', (size) => {
  const heard: [number, string][] = [];
  const read = messageReader([kinds.error, kinds.ready], (kind, body) => heard.push([kind, body.toString()]));
  for (let at = 0; at < stream.length; at += size) read(stream.subarray(at, at + size));
  expect(heard).toEqual([
    [kinds.error, error],
    [kinds.ready, 'I'],
    [kinds.ready, 'E'],
  ]);
});

test('the code of an error is its own field, not a letter of another', () => {
  expect(codeOfError(Buffer.from(error))).toBe('25006');
  expect(codeOfError(Buffer.from('SCOLD\0\0'))).toBe('');
  expect(codeOfError(Buffer.from('no end'))).toBe('');
});
