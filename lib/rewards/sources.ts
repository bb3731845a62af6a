import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { newToken, seal, unseal } from '@/lib/kernel/secrets';
import { findTerms } from '@/lib/payouts/store';
import { lockMerchant } from '@/lib/webhooks/endpoints/endpoint-store';
import type {
  ChangeRewardSourceBody,
  CreatedRewardSourceAnswer,
  CreateRewardSourceBody,
  RewardSourceAnswer,
  RewardSourceList,
} from './schema';
import {
  findDecimals,
  findRewardSourceByRequest,
  insertCoinAssets,
  insertRewardSource,
  lockRewardSource,
  type RewardSource,
  selectRewardSources,
  updateRewardSource,
} from './source-store';
import { columnsOf, factsOf, presentSource, rateOf } from './source-terms';

const maxSources = 50;
/** How long the token before a replacement proves callbacks, too: longer than adjoe tries one again. */
const formerTokenSeconds = 86_400;
/** As long as an answer is kept under its key. */
const requestKeySeconds = 30 * 86_400;

/** Refuses: asset_unavailable where the merchant does not pay it out. */
async function decimalsOf(
  ctx: Context,
  merchantId: string,
  { chain, asset }: Pick<CreateRewardSourceBody, 'chain' | 'asset'>,
) {
  const offered = await findTerms(ctx.db, merchantId, chain, asset);
  const decimals = offered && (await findDecimals(ctx.db, chain, asset));
  if (decimals !== null) return decimals;
  throw new Refusal('asset_unavailable', { field: 'asset', detail: `${asset} on ${chain} is not set up.` });
}

async function refuseBeyondLimit(tx: Tx, merchantId: string): Promise<void> {
  if ((await selectRewardSources(tx, merchantId)).length < maxSources) return;
  throw new Refusal('invalid_request', { detail: `You have ${maxSources} sources of rewards, the most there can be.` });
}

/**
 * Gives adjoe an address and says what a coin from there is worth. A repetition of the very same request finds what it made.
 * Refuses: asset_unavailable, amount_*, invalid_request (names of parameters, too many), step-up.
 */
export async function createRewardSource(
  ctx: Context,
  body: CreateRewardSourceBody,
): Promise<CreatedRewardSourceAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const { asset: symbol, chain, token: given, currencies = [] } = body;
  const decimals = await decimalsOf(ctx, merchantId, body);
  const terms = { ...columnsOf({ ...body, currencies }, decimals), ...rateOf(body.rate, decimals) };
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const { requestKey } = ctx;
    const since = addSeconds(now, -requestKeySeconds);
    const earlier = requestKey ? await findRewardSourceByRequest(tx, { merchantId, requestKey, since }) : null;
    const made = earlier ?? (await write(tx));
    const token = given === undefined ? unseal(made.secret, made.id) : null;
    return { ...(await presentSource(tx, made, now)), token };
  });

  async function write(tx: Tx): Promise<RewardSource> {
    await refuseBeyondLimit(tx, merchantId);
    const id = newId('rewardSource', now.getTime());
    await insertCoinAssets(tx, currencies);
    const source = await insertRewardSource(tx, {
      ...{ ...terms, id, merchantId, chain, symbol, learnsCurrencies: currencies.length === 0 },
      ...{ places: body.round_to, minimumCoins: BigInt(body.minimum_coins) },
      ...{ secret: seal(given ?? newToken(), id), requestKey: ctx.requestKey, createdAt: now },
    });
    const line = { merchantId, action: 'reward_source.created', subjectId: id, after: factsOf(source), now };
    await audit(tx, ctx, line);
    return source;
  }
}

export async function listRewardSources(ctx: Context): Promise<RewardSourceList> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const found = await selectRewardSources(ctx.db, merchantId);
  return { data: await Promise.all(found.map((source) => presentSource(ctx.db, source, ctx.clock.now()))) };
}

/**
 * Changes what a source is called, what its coins are worth from now on, or its token. What was redeemed stays as it was.
 * Refuses: not_found, amount_*, invalid_request (names of parameters), step-up.
 */
export async function changeRewardSource(
  ctx: Context,
  id: string,
  body: ChangeRewardSourceBody,
): Promise<RewardSourceAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const source = await lockRewardSource(tx, merchantId, id);
    if (!source) throw new Refusal('not_found');
    const decimals = (await findDecimals(tx, source.chain, source.symbol)) ?? 0;
    const columns = columnsOf(body, decimals);
    await insertCoinAssets(tx, columns.currencies ?? []);
    const isNew = body.token !== undefined && body.token !== unseal(source.secret, id);
    if (Object.keys(columns).length === 0 && !isNew) return presentSource(tx, source, now);
    const changed = await updateRewardSource(tx, source, {
      ...columns,
      ...(isNew && {
        ...{ secret: seal(body.token ?? '', id), formerSecret: source.secret },
        formerUntil: addSeconds(now, formerTokenSeconds),
      }),
    });
    const line = { merchantId, action: 'reward_source.changed', subjectId: id, now };
    await audit(tx, ctx, {
      ...line,
      before: factsOf(source),
      after: factsOf(changed),
      detail: { token_replaced: isNew },
    });
    return presentSource(tx, changed, now);
  });
}

/** Closes an address. Its users keep their coins and may redeem them. */
export async function deleteRewardSource(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const source = await lockRewardSource(tx, merchantId, id);
    if (!source) throw new Refusal('not_found');
    await updateRewardSource(tx, source, { deletedAt: now, requestKey: null });
    await audit(tx, ctx, { merchantId, action: 'reward_source.deleted', subjectId: id, now });
  });
}
