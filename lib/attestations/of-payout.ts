import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formatAmount } from '@/lib/kernel/money';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { findPayout, type Payout } from '@/lib/payouts/store';
import type { AttestationAnswer } from '@/lib/wire/attestation';
import type { Checked } from './check';
import type { Occasion } from './message';
import { presentAttestation } from './present';
import { type Attestation, findOfPayout, insertAttestation } from './store';

/** What the wallet of a payout signs. A contract speaks for its own network alone, so only that of the payout counts. */
export function occasionOf({ id, net, decimals, symbol, chain }: Payout): Occasion {
  const money = `${formatAmount(net, decimals)} ${symbol}`;
  const statement = `I hold this wallet, and the payout ${id} of ${money} is to be paid to it. Signing this costs nothing and moves no money.`;
  return { subjectId: id, statement, chains: [chain] };
}

/** Keeps it with its payout, which has one at most: a unique index says so. */
export async function keepAttestation(tx: Tx, payout: LockedPayout, checked: Checked, now: Date): Promise<Attestation> {
  const { merchantId, id: payoutId } = payout;
  const row = { ...checked, id: newId('attestation', now.getTime()), merchantId, payoutId, createdAt: now };
  await insertAttestation(tx, row);
  return { ...row, verificationId: null };
}

/** Whether a payout still waits for its wallet's signature. */
export async function lacksAttestation(q: Queryable, payout: Payout): Promise<boolean> {
  return payout.recipientProof === 'signature' && (await findOfPayout(q, payout)) === null;
}

/** Nothing is signed or sent for a payout whose wallet has yet to sign. Refuses: proof_required. */
export async function requireAttested(tx: Tx, payout: LockedPayout): Promise<void> {
  if (!(await lacksAttestation(tx, payout))) return;
  throw new Refusal('proof_required', { detail: 'Its wallet has to sign that it is its own first.' });
}

/** A contract has signed for its own network alone: elsewhere its address may be anybody's. Refuses: asset_unavailable. */
export async function refuseElsewhere(q: Queryable, payout: Payout, chain: ChainKey): Promise<void> {
  const signed = await findOfPayout(q, payout);
  if (!signed || signed.method === 'eip191' || signed.chain === chain) return;
  const detail = `The wallet of this payout is a contract, and has signed for it on ${chainOf(signed.chain).name} alone.`;
  throw new Refusal('asset_unavailable', { field: 'chain', detail });
}

/** The attestation of one payout of the acting merchant. Refuses: not_found, also where nothing was signed. */
export async function viewAttestation(ctx: Context, id: string): Promise<AttestationAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const payout = await findPayout(ctx.db, merchantId, id);
  const row = payout && (await findOfPayout(ctx.db, payout));
  if (!row) throw new Refusal('not_found', { detail: `No wallet has signed for a payout ${id}.` });
  return presentAttestation(row);
}
