import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RecipientType } from '@/db/vocabulary/payouts';
import type { Context, KeyActor } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { findIpRefusal } from './find-ip-refusal';
import {
  deleteSpends,
  findPolicy,
  insertSpend,
  type KeyAsset,
  type Limit,
  lockPolicy,
  type Policy,
  selectLimits,
  sumSpends,
} from './store';

export const dayS = 86_400;

/** Who would be paid; null where that is not known yet and the verb does not decide it. */
export type PaidTo = { type: RecipientType; address?: string | null; email?: string | null } | null;

/** What a verb lets leave, now or in time. */
export type Leaving = {
  chain: ChainKey;
  symbol: string;
  decimals: number;
  /** All that it can cost: a payout with its fee, or what an order may still pay. */
  amount: bigint;
  to: PaidTo;
  /** The caller's own names of these fields. */
  fields?: { asset?: string; amount?: string; type?: string; address?: string; email?: string };
};

/** Of what: money of one payout, or of one order, leaves once, so within a day it counts once. */
export type Subject = { payoutId: string; orderId?: string | null } | { orderId: string };

/** The policy of the key that asks, for `spendByKey`, which locks it before anything is held against it; null for all others. */
export async function findPolicyOf(db: Queryable, { actor }: Context): Promise<Policy | null> {
  return actor.kind === 'api_key' ? findPolicy(db, actor) : null;
}

/**
 * Holds what an API key lets leave against its policy, and counts it, in the transaction that lets it leave: under the lock of
 * the policy, so that requests at the same moment cannot exceed a day together. Others than keys pass.
 * Refuses: key_asset_refused, key_recipient_refused, key_payout_limit, key_day_limit, key_ip_refused.
 * `found`: that it has one, where this transaction has looked already.
 */
export async function spendByKey(
  tx: Tx,
  ctx: Context,
  leaving: Leaving,
  subject: Subject,
  found?: Policy | null,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'api_key') return;
  if ((found === undefined ? await findPolicyOf(tx, ctx) : found) === null) return;
  const policy = await lockPolicy(tx, actor);
  const asset = policy && (await check(tx, ctx, { actor, policy, leaving, subject }));
  if (!asset) return;
  const now = ctx.clock.now();
  await deleteSpends(tx, asset, addSeconds(now, -dayS));
  const of = 'payoutId' in subject ? { payoutId: subject.payoutId } : subject;
  await insertSpend(tx, { ...asset, ...of, amount: leaving.amount, createdAt: now });
}

/** The same without counting anything, for what is tried or makes nothing leave yet. */
export async function checkByKey(db: Queryable, ctx: Context, leaving: Leaving): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'api_key') return;
  const policy = await findPolicy(db, actor);
  if (policy) await check(db, ctx, { actor, policy, leaving });
}

/** Whether a key may pay so much of an asset at once, as its policy is now; for what was made by it and has come to more since. */
export async function mayPayAtOnce(
  db: Queryable,
  { merchantId, keyId }: Pick<KeyAsset, 'merchantId' | 'keyId'>,
  { chain, symbol, amount }: Pick<Leaving, 'chain' | 'symbol' | 'amount'>,
): Promise<boolean> {
  const limits = await selectLimits(db, merchantId, [keyId]);
  const limit = limits.find((one) => one.chain === chain && one.symbol === symbol);
  return limit ? limit.maxPayout === null || amount <= limit.maxPayout : limits.length === 0;
}

type Checked = { actor: KeyActor; policy: Policy; leaving: Leaving; subject?: Subject };

/** Answers the asset whose day it counts against; null where none does. */
async function check(
  db: Queryable,
  ctx: Context,
  { actor, policy, leaving, subject }: Checked,
): Promise<KeyAsset | null> {
  const { merchantId, keyId } = actor;
  const ofIp = findIpRefusal(policy.ipRanges, ctx.origin?.address ?? null);
  if (ofIp) throw ofIp;
  const limits = await selectLimits(db, merchantId, [keyId]);
  const limit = findLimit(limits, leaving);
  refuseRecipient(policy, leaving);
  if (!limit) return null;
  refusePayout(limit, leaving);
  if (limit.maxDay === null) return null;
  const asset = { merchantId, keyId, chain: leaving.chain, symbol: leaving.symbol };
  const { spent, counted } = await sumSpends(db, asset, addSeconds(ctx.clock.now(), -dayS), subject);
  if (counted) return null;
  refuseDay(limit.maxDay, spent, leaving);
  return asset;
}

/** Refuses: key_asset_refused. */
function findLimit(limits: readonly Limit[], { chain, symbol, fields }: Leaving): Limit | null {
  if (limits.length === 0) return null;
  const found = limits.find((one) => one.chain === chain && one.symbol === symbol);
  if (found) return found;
  throw new Refusal('key_asset_refused', {
    field: fields?.asset,
    detail: `This API key may not pay ${symbol} on ${chain}.`,
  });
}

/** Refuses: key_recipient_refused. */
function refuseRecipient({ recipients, wallets, mailDomains }: Policy, { to, fields }: Leaving): void {
  if (to === null) return;
  const refusal = (field: string | undefined, detail: string) =>
    new Refusal('key_recipient_refused', { field, detail });
  if (recipients && !recipients.includes(to.type)) {
    throw refusal(fields?.type, `This API key may not pay a recipient of the kind ${to.type}.`);
  }
  if (to.type === 'wallet' && wallets.length > 0 && !wallets.includes(to.address?.toLowerCase() ?? '')) {
    throw refusal(fields?.address, 'This API key may not pay this wallet.');
  }
  const domain = to.email?.split('@').at(-1)?.toLowerCase() ?? '';
  if (to.type === 'email' && mailDomains.length > 0 && !mailDomains.includes(domain)) {
    throw refusal(fields?.email, 'This API key may not pay a mailbox of this domain.');
  }
}

/** Refuses: key_payout_limit. */
function refusePayout({ maxPayout }: Limit, { amount, decimals, symbol, fields }: Leaving): void {
  if (maxPayout === null || amount <= maxPayout) return;
  const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
  throw new Refusal('key_payout_limit', {
    field: fields?.amount,
    detail: `This API key may pay ${money(maxPayout)} at once, and this takes ${money(amount)}.`,
    extra: { max_payout: formatAmount(maxPayout, decimals) },
  });
}

/** Refuses: key_day_limit. */
function refuseDay(maxDay: bigint, spent: bigint, { amount, decimals, symbol, fields }: Leaving): void {
  if (amount === 0n || spent + amount <= maxDay) return;
  const left = spent < maxDay ? maxDay - spent : 0n;
  const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
  throw new Refusal('key_day_limit', {
    field: fields?.amount,
    detail: `This API key may pay ${money(maxDay)} within 24 hours. ${money(left)} of that is left, and this takes ${money(amount)}.`,
    extra: { max_day: formatAmount(maxDay, decimals), left: formatAmount(left, decimals) },
  });
}
