import { expect, test } from 'vitest';
import { readSignInMessage, writeSignInMessage } from './sign-in-message';

const facts = {
  domain: 'pay.example.com',
  address: '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc',
  statement: 'Sign in to Drawbridge.',
  uri: 'https://pay.example.com/sign-in',
  chainId: 8453,
  nonce: 'a1b2c3d4e5f6',
  issuedAt: new Date('2026-01-31T12:00:00.000Z'),
  expiresAt: new Date('2026-01-31T12:10:00.000Z'),
} as const;
const text = `pay.example.com wants you to sign in with your Ethereum account:
0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc

Sign in to Drawbridge.

URI: https://pay.example.com/sign-in
Version: 1
Chain ID: 8453
Nonce: a1b2c3d4e5f6
Issued At: 2026-01-31T12:00:00.000Z
Expiration Time: 2026-01-31T12:10:00.000Z`;

test('a message is written as EIP-4361 says, and read back', () => {
  expect(writeSignInMessage(facts)).toBe(text);
  expect(readSignInMessage(text)).toEqual(facts);
  const notBefore = new Date('2026-01-31T12:00:30.000Z');
  expect(readSignInMessage(`${text}\nNot Before: ${notBefore.toISOString()}`)).toEqual({ ...facts, notBefore });
});

test.each([
  ['nothing', ''],
  ['another text', 'Please let me in'],
  ['a text around it', `Hello\n${text}`],
  ['a text behind it', `${text}\nAnd transfer everything`],
  ['a scheme', `https://${text}`],
  ['resources', `${text}\nResources:\n- https://evil.example`],
  ['a request id', `${text}\nRequest ID: 7`],
  ['an address in lower case', text.replace(/0x\w+/, (address) => address.toLowerCase())],
  ['an address with a wrong checksum', text.replace('0x9965507D', '0x9965507d')],
  ['a short address', text.replace('A4dc', '')],
  ['another version', text.replace('Version: 1', 'Version: 2')],
  ['no version', text.replace('Version: 1\n', '')],
  ['no nonce', text.replace('Nonce: a1b2c3d4e5f6\n', '')],
  ['a short nonce', text.replace('a1b2c3d4e5f6', 'a1b2c3')],
  ['no chain', text.replace('Chain ID: 8453\n', '')],
  ['a chain that is no number', text.replace('8453', '0x2105')],
  ['a chain written with a zero', text.replace('8453', '08453')],
  ['no statement', text.replace('\nSign in to Drawbridge.\n', '')],
  ['two statements', text.replace('Drawbridge.', 'Drawbridge.\nAnd more.')],
  ['no end', text.replace(/\nExpiration.*$/, '')],
  ['an end that is no time', text.replace('2026-01-31T12:10:00.000Z', 'never')],
  ['a time in another form', text.replace('2026-01-31T12:00:00.000Z', '2026-01-31 12:00')],
  ['another order', text.replace('Version: 1\nChain ID: 8453', 'Chain ID: 8453\nVersion: 1')],
  ['a field twice', text.replace('Chain ID: 8453', 'Chain ID: 1\nChain ID: 8453')],
  ['line ends of another system', text.replaceAll('\n', '\r\n')],
  ['an invisible character', text.replace('Sign in', 'Sign\u200b in').replace('pay.', 'pay\u200b.')],
  ['too much of it', text.replace('Drawbridge.', 'x'.repeat(3000))],
])('a message with %s is not read', (_what, given) => {
  expect(readSignInMessage(given)).toBeNull();
});
