import type { Context } from '@/lib/access/actor';
import { digestHex, isHexOf } from '@/lib/dialects/proof';
import { Refusal } from '@/lib/kernel/errors';
import { idPattern, newId } from '@/lib/kernel/ids';
import { unseal } from '@/lib/kernel/secrets';
import { findTold, type NewReward, type Reward } from './core/store';
import { isOnlyReading } from './one-reading';
import { type Callback, readCallback, signedText, unreadable } from './read-callback';
import type { RewardReceipt } from './schema';
import { insertCoinAssets, lockRewardSource, type RewardSource, updateRewardSource } from './source-store';
import { bookTogether, sourceTogether } from './together';

/** A request at a source's address, as it came. */
export type IncomingReward = { params: Readonly<Record<string, string | undefined>>; search: string };

/** How many names of coins a source learns by itself. */
const maxLearnt = 20;

/**
 * Books what a user earned, once for an id, and answers only then. In this order: not_found (no such address),
 * notice_unreadable (a form, a name of coins, or text that could be read in two ways), signature_invalid, reward_differs.
 */
export async function receiveReward(ctx: Context, { params, search }: IncomingReward): Promise<RewardReceipt> {
  const source = await sourceAt(ctx, params.source);
  const callback = readCallback(search, source.parameters);
  const now = ctx.clock.now();
  requireProof(callback, source, now);
  await requireOffered(ctx, source, callback);
  const reward = rewardOf(callback, source, now);
  const { maxEarned } = source;
  const day = now.toISOString().slice(0, 10);
  const isNew = await bookTogether(ctx.db, { reward, day, maxEarned });
  if (!isNew) refuseOther(reward, await findTold(ctx.db, source.id, reward.transUuid));
  return { received: true, duplicate: !isNew };
}

async function sourceAt(ctx: Context, id: string | undefined): Promise<RewardSource> {
  const source = id !== undefined && idPattern('rewardSource').test(id) ? await sourceTogether(ctx.db, id) : null;
  if (source) return source;
  throw new Refusal('not_found', { detail: 'No rewards are received at this address.' });
}

/** Compares in constant time. Refuses: signature_invalid. */
function requireProof(callback: Callback, source: RewardSource, now: Date): void {
  const { id, secret, formerSecret, formerUntil } = source;
  const secrets = formerSecret && formerUntil && formerUntil > now ? [secret, formerSecret] : [secret];
  const text = signedText(callback);
  if (secrets.some((sealed) => isHexOf(callback.sid, digestHex('sha1', text + unseal(sealed, id))))) return;
  throw new Refusal('signature_invalid', {
    detail: 'sid is not the one that this source’s token makes of these values.',
  });
}

/** Refuses: notice_unreadable. */
async function requireOffered(ctx: Context, source: RewardSource, callback: Callback): Promise<void> {
  if (!isOnlyReading(callback, source.currencies)) {
    throw unreadable('What is signed could be read in another way, too: see the forms of rewards in the docs');
  }
  const { currency } = callback;
  if (source.currencies.includes(currency)) return;
  await ctx.db.transaction(async (tx) => {
    const found = await lockRewardSource(tx, source.merchantId, source.id);
    if (found?.currencies.includes(currency)) return;
    if (!found?.learnsCurrencies || found.currencies.length >= maxLearnt) {
      throw unreadable(`This source has no coins that are called "${currency}"`);
    }
    // Another name may have been learnt since the source was read.
    if (!isOnlyReading(callback, found.currencies))
      throw unreadable('What is signed could be read in another way, too');
    await insertCoinAssets(tx, [currency]);
    await updateRewardSource(tx, found, { currencies: [...found.currencies, currency] });
  });
}

function rewardOf(callback: Callback, { id: sourceId, merchantId }: RewardSource, now: Date): NewReward {
  return {
    ...{ id: newId('reward', now.getTime()), merchantId, sourceId, transUuid: callback.trans_uuid.toLowerCase() },
    ...{ userUuid: callback.user_uuid, currency: callback.currency, coins: BigInt(callback.coin_amount) },
    ...{ deviceId: callback.device_id, sdkAppId: callback.sdk_app_id, details: callback.details, receivedAt: now },
  };
}

const signedColumns = ['userUuid', 'currency', 'coins', 'deviceId', 'sdkAppId'] as const;

/** One id names one reward: the same again is taken and changes nothing, another one is not. */
function refuseOther(reward: NewReward, told: Reward | null): void {
  if (told && signedColumns.every((name) => told[name] === reward[name])) return;
  throw new Refusal('reward_differs', {
    detail: `${reward.transUuid} was told before, of another user or with other coins. The first stays as it is.`,
  });
}
