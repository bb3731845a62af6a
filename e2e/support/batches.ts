import { type Hex, isHex, keccak256, numberToHex } from 'viem';
import { z } from 'zod';
import { compileTestContract } from '@/lib/evm/testing/compile-contract';
import { signBatch } from '@/lib/evm/testing/sign-batch';
import type { Chain, Person } from './chain';
import type { Signed } from './wallet';

export type Batches = 'none' | 'ready' | 'supported';

type Wallet = { batches: Batches; forgetful: boolean };
type Refused = { error: { code: number; message: string } };
type Voice = {
  ask(from: Hex, make: (person: Person) => Promise<Signed>, told: (signed: Signed) => unknown): Promise<unknown>;
  refuse(code: number, message: string): Refused;
};

const hex = z.custom<Hex>(isHex, 'must be hexadecimal');
const sendSchema = z.tuple([
  z.object({
    version: z.literal('2.0.0'),
    ...{ from: hex, chainId: z.literal('0x7a69'), atomicRequired: z.literal(true) },
    calls: z.array(z.object({ to: hex, data: hex })).min(1),
  }),
]);
const statusSchema = z.tuple([hex]);
const receiptSchema = z
  .object({ status: z.enum(['0x0', '0x1']) })
  .loose()
  .nullable();

/** How a wallet answers EIP-5792: its account delegates to a contract, and all calls are one transfer of its own. */
export function batchingOn(chain: Chain, wallet: Wallet, { ask, refuse }: Voice) {
  const known = new Map<Hex, Signed>();
  let delegate: Promise<Hex> | undefined;
  const deployDelegate = async () => chain.deploy(await chain.newcomer(), compileTestContract('BatchingAccount'));

  async function signAll(person: Person, calls: readonly { to: Hex; data: Hex }[]): Promise<Signed> {
    delegate ??= deployDelegate();
    const { address } = person;
    const nonce = await chain.client.getTransactionCount({ address, blockTag: 'pending' });
    const order = { chainId: 31337, nonce, gwei: 1, delegate: await delegate, calls };
    const signed = await signBatch(person.privateKey, order);
    return { ...signed, hash: keccak256(signed.raw), from: person, nonce };
  }

  /** A batch has a name of its own, which says nothing of its hash. */
  function name(signed: Signed): { id: Hex } {
    const id = keccak256(signed.hash);
    known.set(id, signed);
    wallet.batches = 'supported';
    return { id };
  }

  async function statusOf(id: Hex) {
    const signed = wallet.forgetful ? undefined : known.get(id);
    if (!signed) return refuse(5730, 'Unknown bundle id.');
    const receipt = receiptSchema.parse(await chain.rpc('eth_getTransactionReceipt', [signed.hash]));
    const status = receipt === null ? 100 : receipt.status === '0x1' ? 200 : 500;
    const facts = { version: '2.0.0', id, chainId: numberToHex(31337), atomic: true, status };
    return { result: { ...facts, receipts: receipt ? [receipt] : [] } };
  }

  return {
    wallet_getCapabilities: () =>
      wallet.batches === 'none'
        ? refuse(-32601, 'The method does not exist.')
        : { result: { [numberToHex(31337)]: { atomic: { status: wallet.batches } } } },
    wallet_sendCalls: (params: readonly unknown[]) => {
      const [{ from, calls }] = sendSchema.parse(params);
      return ask(from, (person) => signAll(person, calls), name);
    },
    wallet_getCallsStatus: (params: readonly unknown[]) => statusOf(statusSchema.parse(params)[0]),
  };
}
