import { type Hex, keccak256, parseSignature, serializeTransaction } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { Tx } from '@/db/client';
import type { RelayVersionKind } from '@/db/vocabulary/relay';
import type { Context } from '@/lib/access/actor';
import { checksumAddress, hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { unseal } from '@/lib/kernel/secrets';
import { askSigner } from '@/lib/signers/ask';
import type { RelayAccount } from './account-store';
import type { Offer } from './fees';
import { insertVersion, type RelaySend } from './send-store';

/** An empty transfer of the account to itself. */
const fillGas = 21_000n;

export type Form = { number: number; kind: RelayVersionKind; offer: Offer };
type Numbered = Pick<RelaySend, 'id' | 'chain' | 'toAddress' | 'data' | 'value' | 'gas'> & { nonce: number };

/** The key does not open, or the service that keeps it did not sign; `code` says which, in its words or ours. */
export class CannotSign extends Error {
  readonly code: string;
  readonly isDeclined: boolean;
  constructor(code: string, { isDeclined = false, cause }: { isDeclined?: boolean; cause?: unknown } = {}) {
    super(`The account cannot sign: ${code}`, { cause });
    this.code = code;
    this.isDeclined = isDeclined;
  }
}

function unsignedOf(account: RelayAccount, send: Numbered, { kind, offer }: Form) {
  const call =
    kind === 'fill'
      ? { to: hex(account.address), data: hex('0x'), value: 0n, gas: fillGas }
      : { to: hex(send.toAddress), data: hex(send.data), value: send.value, gas: send.gas };
  const fees = { maxFeePerGas: offer.maxFee, maxPriorityFeePerGas: offer.tip };
  return { type: 'eip1559' as const, chainId: chainOf(send.chain).id, nonce: send.nonce, ...call, ...fees };
}
type Unsigned = ReturnType<typeof unsignedOf>;

/**
 * Signs one form of a send, by the key that is here or by the service that keeps it; that may take seconds, so never inside a
 * transaction. Nothing of it counts before `storeForm`. Throws CannotSign.
 */
export async function signForm(ctx: Context, account: RelayAccount, send: Numbered, form: Form): Promise<Hex> {
  const unsigned = unsignedOf(account, send, form);
  if (account.sealedKey === null) return signRemotely(ctx, account, unsigned, form.kind);
  return privateKeyToAccount(hex(open(account, account.sealedKey))).signTransaction(unsigned);
}

/** A key, or the secret of a service. */
function open({ id }: RelayAccount, sealed: string): string {
  try {
    return unseal(sealed, id);
  } catch (cause) {
    throw new CannotSign('key_closed', { cause });
  }
}

/** The bytes are put together here, of our own words and its signature: so it can sign nothing else, or nothing. */
async function signRemotely(
  ctx: Context,
  account: RelayAccount,
  unsigned: Unsigned,
  kind: RelayVersionKind | 'trial',
): Promise<Hex> {
  const bare = serializeTransaction(unsigned);
  const { chainId, nonce, to, data, value, gas, maxFeePerGas, maxPriorityFeePerGas } = unsigned;
  const transaction = {
    ...{ chain_id: chainId, nonce, to: checksumAddress(to), data, value: String(value), gas: String(gas) },
    ...{ max_fee_per_gas: String(maxFeePerGas), max_priority_fee_per_gas: String(maxPriorityFeePerGas) },
  };
  const isTrial = kind === 'trial';
  const purpose = isTrial ? {} : { purpose: kind };
  const question = { what: 'transaction' as const, isTrial, said: { ...purpose, transaction }, hash: keccak256(bare) };
  const said = await askSigner(ctx.clock, serviceOf(account), question, { silentCode: account.restCode });
  if (!said.ok) throw new CannotSign(said.word ?? 'no_answer', { isDeclined: said.because === 'signer_declined' });
  return serializeTransaction(unsigned, parseSignature(said.signature));
}

function serviceOf(account: RelayAccount) {
  const { id, address, signerUrl: url, signerSecret } = account;
  if (url === null || signerSecret === null) throw new Error(`The account ${id} has neither key nor service`);
  return { id, address, url, secret: open(account, signerSecret) };
}

/**
 * Finds out whether an account can sign: its key opens, or its service signs a transfer without gas, which no chain takes.
 * Throws CannotSign.
 */
export async function tryToSign(ctx: Context, account: RelayAccount): Promise<void> {
  if (account.sealedKey !== null) return void open(account, account.sealedKey);
  const nothing = { toAddress: account.address, data: '0x', value: 0n, gas: 0n, nonce: 0 };
  const form = { number: 0, kind: 'call' as const, offer: { maxFee: 0n, tip: 0n } };
  await signRemotely(ctx, account, unsignedOf(account, { id: '', chain: account.chain, ...nothing }, form), 'trial');
}

/** Stores the bytes of a form before any of them leaves. False when another worker has signed this number. */
export async function storeForm(
  tx: Tx,
  { id: sendId, chain }: Numbered,
  { number, kind, offer: { maxFee, tip } }: Form,
  raw: Hex,
  now: Date,
): Promise<boolean> {
  return insertVersion(tx, { sendId, number, kind, chain, hash: keccak256(raw), raw, maxFee, tip, createdAt: now });
}
