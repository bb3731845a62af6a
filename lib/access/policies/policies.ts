import type { Queryable, Tx } from '@/db/client';
import { type Context, requirePermission, requireUser } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { findKey } from '@/lib/access/key-store';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { findToken } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import type { PolicyBody, PolicyOnWire } from './schema';
import {
  deletePolicy,
  type Limit,
  lockPolicy,
  type Policy,
  savePolicyRow,
  selectLimits,
  selectPolicies,
} from './store';

type Stored = { policy: Policy; limits: readonly Limit[] };

/** Sets what a key may let leave; it counts for what is asked from now on. Refuses: not_found, asset_unavailable, amount_*, step-up. */
export async function savePolicy(ctx: Context, keyId: string, body: PolicyBody): Promise<PolicyOnWire> {
  const { merchantId } = requirePermission(ctx, 'keys:write');
  requireStepUp(ctx);
  const stored = read(body, { merchantId, keyId, updatedBy: requireUser(ctx).userId, updatedAt: ctx.clock.now() });
  return ctx.db.transaction(async (tx) => {
    const before = await lockStored(tx, merchantId, keyId);
    await savePolicyRow(tx, stored.policy, stored.limits);
    const now = stored.policy.updatedAt;
    const facts = { before: before ? factsOf(before) : undefined, after: factsOf(stored) };
    await audit(tx, ctx, { merchantId, action: 'api_key.limited', subjectId: keyId, ...facts, now });
    return present(stored);
  });
}

/** From now on it may what its scopes say. Refuses: not_found, step-up. */
export async function removePolicy(ctx: Context, keyId: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'keys:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const before = await lockStored(tx, merchantId, keyId);
    if (!before) return;
    await deletePolicy(tx, { merchantId, keyId });
    await audit(tx, ctx, { merchantId, action: 'api_key.unlimited', subjectId: keyId, before: factsOf(before), now });
  });
}

/** The policies of a merchant's keys, by key. */
export async function readPolicies(db: Queryable, merchantId: string): Promise<Map<string, PolicyOnWire>> {
  const policies = await selectPolicies(db, merchantId);
  const limits = await selectLimits(
    db,
    merchantId,
    policies.map(({ keyId }) => keyId),
  );
  return new Map(
    policies.map((policy) => {
      const own = limits.filter(({ keyId }) => keyId === policy.keyId);
      return [policy.keyId, present({ policy, limits: own })] as const;
    }),
  );
}

async function lockStored(tx: Tx, merchantId: string, keyId: string): Promise<Stored | null> {
  const key = await findKey(tx, merchantId, keyId);
  if (!key || key.revokedAt) throw new Refusal('not_found', { detail: 'There is no such API key.' });
  const policy = await lockPolicy(tx, { merchantId, keyId });
  return policy && { policy, limits: await selectLimits(tx, merchantId, [keyId]) };
}

type Fixed = Pick<Policy, 'merchantId' | 'keyId' | 'updatedBy' | 'updatedAt'>;

function read(body: PolicyBody, fixed: Fixed): Stored {
  const { recipients } = body;
  refuseIdle(recipients, 'wallet', 'wallets', body.wallets);
  refuseIdle(recipients, 'email', 'mail_domains', body.mail_domains);
  const policy = {
    ...{ ...fixed, recipients, wallets: body.wallets.map((wallet) => wallet.toLowerCase()) },
    ...{ mailDomains: body.mail_domains, ipRanges: body.ip_ranges },
  };
  const { merchantId, keyId } = fixed;
  const limits = (body.assets ?? []).map(({ chain, asset: symbol, ...given }, index) => {
    const { decimals } = tokenOf(chain, symbol, `assets.${index}.asset`);
    const money = (name: 'max_payout' | 'max_day') => readMax(given[name], decimals, `assets.${index}.${name}`);
    return { merchantId, keyId, chain, symbol, maxPayout: money('max_payout'), maxDay: money('max_day') };
  });
  return { policy, limits };
}

function readMax(text: string | null, decimals: number, field: string): bigint | null {
  if (text === null) return null;
  const units = parseAmount(text, decimals, field);
  if (units > 0n) return units;
  throw new Refusal('amount_too_small', {
    field,
    detail: 'Nothing could be paid. Revoke the key, or leave its scope out.',
  });
}

/** A list of recipients of a kind that is not allowed at all would look as if it were. */
function refuseIdle(
  recipients: Policy['recipients'],
  kind: 'wallet' | 'email',
  field: string,
  list: readonly string[],
) {
  if (list.length === 0 || recipients === null || recipients.includes(kind)) return;
  throw new Refusal('invalid_request', {
    errors: [{ field, detail: `names some, but recipients of the kind ${kind} are not allowed` }],
  });
}

function tokenOf(chain: Limit['chain'], symbol: string, field: string) {
  const token = findToken(chain, symbol);
  if (token) return token;
  throw new Refusal('asset_unavailable', { field, detail: `There is no ${symbol} on ${chain}.` });
}

function present({ policy, limits }: Stored): PolicyOnWire {
  return {
    assets: limits.length === 0 ? null : limits.map(presentLimit),
    recipients: policy.recipients,
    ...{ wallets: policy.wallets, mail_domains: policy.mailDomains, ip_ranges: policy.ipRanges },
    ...{ updated_at: policy.updatedAt.toISOString(), updated_by: policy.updatedBy },
  };
}

function presentLimit({ chain, symbol, maxPayout, maxDay }: Limit) {
  const { decimals } = tokenOf(chain, symbol, 'assets');
  const money = (units: bigint | null) => (units === null ? null : formatAmount(units, decimals));
  return { chain, asset: symbol, max_payout: money(maxPayout), max_day: money(maxDay) };
}

/** For the audit: one text each, so that what changed can be read side by side. */
function factsOf(stored: Stored) {
  const { assets, recipients, wallets, mail_domains, ip_ranges } = present(stored);
  const pays = assets?.map(
    ({ chain, asset, max_payout, max_day }) =>
      `${asset} on ${chain}: ${max_payout ?? 'any amount'} at once, ${max_day ?? 'any sum'} a day`,
  );
  const list = (texts: readonly string[] | null | undefined) => texts?.join('; ') || 'all';
  return {
    ...{ assets: list(pays), recipients: list(recipients), wallets: list(wallets) },
    ...{ mail_domains: list(mail_domains), ip_ranges: list(ip_ranges) },
  };
}
