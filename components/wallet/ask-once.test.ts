import { expect, test } from 'vitest';
import { type AskedWallet, NeverAsked, NoUsableAnswer, sendAllOnce, sendOnce, signOnce } from './ask-once';
import { readWalletError } from './wallet-error';

const from = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
const call = { to: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8', data: '0xabcd' };
const hash = `0x${'1f'.repeat(32)}`;

/** A wallet that counts what it is asked, and answers everything in the same way. */
function walletThat(answers: () => unknown, chainId = 31337) {
  const asked: { method: string; params: readonly unknown[] }[] = [];
  const provider = {
    request: async (question: { method: string; params: readonly unknown[] }) => {
      asked.push(question);
      return answers();
    },
  };
  const wallet: AskedWallet = { getProvider: async () => provider, getChainId: async () => chainId };
  return { wallet, asked, methods: () => asked.map(({ method }) => method) };
}

const failing = (code: number, message = 'no') =>
  walletThat(() => {
    throw Object.assign(new Error(message), { code });
  });

const codes = [-32700, -32600, -32601, -32602, -32603, -32000, -32001, -32002, -32003, -32004, -32005, -32006, -1, 429];
const ours = [4001, 4100, 4200, 4900, 4901, 5000, 5710, 5750, 5760];

test.each([...codes, ...ours])(
  'a wallet that answers a call to send with the error %i was asked once',
  async (code) => {
    const { wallet, methods } = failing(code);
    await expect(sendOnce(wallet, from, 31337, call)).rejects.toThrow();
    expect(methods()).toEqual(['eth_sendTransaction']);
  },
);

test.each([...codes, ...ours])('a wallet that answers a batch with the error %i was asked once', async (code) => {
  const { wallet, methods } = failing(code, 'this request method is not supported');
  await expect(sendAllOnce(wallet, from, 31337, [call])).rejects.toThrow();
  expect(methods()).toEqual(['wallet_sendCalls']);
});

test.each([...codes, ...ours])(
  'a wallet that answers a text to sign with the error %i was asked once',
  async (code) => {
    const { wallet, methods } = failing(code);
    await expect(signOnce(wallet, from, 'hello')).rejects.toThrow();
    expect(methods()).toEqual(['personal_sign']);
  },
);

test('exactly what was prepared is asked for, from exactly this account on exactly this network', async () => {
  const { wallet, asked } = walletThat(() => hash);
  expect(await sendOnce(wallet, from, 31337, call)).toBe(hash);
  const fields = { from: expect.stringMatching(/^0x3C44CdDdB6a9/), value: '0x0', chainId: '0x7a69' };
  expect(asked[0]?.params).toEqual([{ ...fields, to: expect.stringMatching(/^0x70997970C518/), data: '0xabcd' }]);
});

test.each([null, undefined, '', '0x', true, { hash }])(
  'an answer without a hash (%j) is no refusal: the wallet may have sent',
  async (answer) => {
    const { wallet, methods } = walletThat(() => answer);
    const error = await sendOnce(wallet, from, 31337, call).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NoUsableAnswer);
    expect(readWalletError(error)).toBe('unclear');
    expect(methods()).toEqual(['eth_sendTransaction']);
  },
);

test('both forms in which wallets name a batch are understood, and nothing is no name', async () => {
  expect(await sendAllOnce(walletThat(() => ({ id: 'a' })).wallet, from, 31337, [call])).toBe('a');
  expect(await sendAllOnce(walletThat(() => 'b').wallet, from, 31337, [call])).toBe('b');
  const nameless = sendAllOnce(walletThat(() => null).wallet, from, 31337, [call]);
  await expect(nameless).rejects.toBeInstanceOf(NoUsableAnswer);
});

test('a wallet on another network, or out of reach, is not asked at all', async () => {
  const elsewhere = walletThat(() => hash, 1);
  const moved = await sendOnce(elsewhere.wallet, from, 31337, call).catch((reason: unknown) => reason);
  expect(moved).toBeInstanceOf(NeverAsked);
  expect(readWalletError(moved)).toBe('unable');
  expect(elsewhere.asked).toEqual([]);
  const gone: AskedWallet = { getProvider: () => Promise.reject(new Error('gone')), getChainId: async () => 31337 };
  await expect(sendOnce(gone, from, 31337, call)).rejects.toBeInstanceOf(NeverAsked);
});
