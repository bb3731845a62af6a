import { setTimeout } from 'node:timers/promises';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Obstacle } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import { reading } from '@/lib/evm/rpc';
import { accessOf } from '@/lib/gateways/access';
import { type HotWalletState, lookAtHotWallet } from '@/lib/gateways/look';
import { saveHeld, updateGatewayRow } from '@/lib/gateways/store';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { park } from '@/lib/obstacles/park';
import { type Passed, screenPayout } from '@/lib/payouts/screening/screen';
import type { Payout } from '@/lib/payouts/store';
import { classifySubmission } from '@/lib/rails/shkeeper/classify';
import { readCryptos, submitPayout } from '@/lib/rails/shkeeper/client';
import { concludeSubmission, retrySeconds } from './conclude';
import { type Due, isAnyOpen, selectHeldUp, selectToSubmit, selectWithoutGateway } from './due-store';
import { intend } from './intend';
import { requestOf } from './request';

/** What one transfer of a token may take of gas: more than any listed token uses. */
const gasOfTransfer = 120_000n;

/** So many of the newest blocks a reorganisation may replace by fewer: its transfer may then stand lower than the head of now. */
const reorgBlocks = 12n;

/** So long we wait for all gateways before those that answered are asked again, and so long rounds begin, in milliseconds. */
const roundMs = 1_000;
const maxRoundsMs = 60_000;

/** Between the intent and its call; well below what others wait before they take the worker for dead. */
const maxDelaySeconds = 15;

/**
 * Hands payouts to gateways, one at a time for a gateway and chain: the intent is committed, then the call goes out, once.
 * What a hot wallet cannot pay waits, and so does all of a gateway that is silent. Returns how many were handed in; null where
 * nothing waits. Refuses: chain_unavailable.
 */
export async function submitPayouts(ctx: Context, chain: ChainKey): Promise<number | null> {
  if (!(await isAnyOpen(ctx.db, chain))) return null;
  for (const payout of await selectWithoutGateway(ctx.db, chain)) await park(ctx, payout, 'gateway_refused');
  for (const { payout, gateway } of await selectHeldUp(ctx.db, chain, ctx.clock.now())) {
    await park(ctx, payout, gateway.fault === 'unreachable' ? 'gateway_unreachable' : 'gateway_refused');
  }
  return submitInRounds(ctx, chain);
}

/** While a gateway lets us wait, the others have further rounds: a slow server holds up its own payouts alone. */
async function submitInRounds(ctx: Context, chain: ChainKey): Promise<number> {
  const asked = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const over = performance.now() + maxRoundsMs;
  let handed = 0;
  const ask = async (id: string, line: readonly Due[]) => {
    try {
      if (await submitFirst(ctx, chain, line)) handed += 1;
    } catch (error) {
      failures.push(error);
    } finally {
      asked.delete(id);
    }
  };
  do {
    const due = await selectToSubmit(ctx.db, chain, ctx.clock.now());
    const lines = Map.groupBy(due, ({ gateway }) => gateway.id);
    for (const [id, line] of lines) if (!asked.has(id)) asked.set(id, ask(id, line));
    await Promise.race([Promise.all(asked.values()), setTimeout(roundMs, undefined, { ref: false })]);
  } while (asked.size > 0 && failures.length === 0 && performance.now() < over);
  await Promise.all(asked.values());
  if (failures.length > 0) throw failures[0];
  return handed;
}

/** The first payout of a gateway's line that its hot wallet can pay. True where one was handed in. */
async function submitFirst(ctx: Context, chain: ChainKey, line: readonly Due[]): Promise<boolean> {
  const [first] = line;
  if (!first || !(await answersAgain(ctx, first, line))) return false;
  const { gasPrice, since } = await reading(chain, async (client) => {
    const [price, number] = await Promise.all([client.getGasPrice(), client.getBlockNumber({ cacheTime: 0 })]);
    return { gasPrice: price, since: number > reorgBlocks ? number - reorgBlocks : 0n };
  });
  const seen = new Map<string, HotWalletState>();
  for (const due of line) {
    const { payout, asset } = due;
    const state = seen.get(asset.symbol) ?? (await lookAtHotWallet(chain, asset.wallet, payout.token));
    if (!seen.has(asset.symbol)) await saveHeld(ctx.db, asset, { ...state, readAt: ctx.clock.now() });
    seen.set(asset.symbol, state);
    if (state.held < payout.net) await keep(ctx, payout, 'gateway_funds', state.held);
    else if (state.coins < gasPrice * gasOfTransfer) await keep(ctx, payout, 'gateway_coins', state.coins);
    else if (await submitOne(ctx, due, since)) return true;
  }
  return false;
}

/** Writes only what is news: what waits is looked at again and again. */
async function keep(ctx: Context, payout: Payout, obstacle: Obstacle, held: bigint | null = null): Promise<void> {
  if (payout.obstacle !== obstacle || payout.obstacleHeld !== held) await park(ctx, payout, obstacle, held);
}

/** A gateway that was silent is asked for nothing first: no payout is handed to one that is still away. */
async function answersAgain(ctx: Context, { gateway }: Due, line: readonly Due[]): Promise<boolean> {
  if (gateway.fault !== 'unreachable') return true;
  const answer = await readCryptos(accessOf(gateway));
  const now = ctx.clock.now();
  if (answer.status === 200) {
    const works = { fault: null, faultWords: null, faultSince: null };
    await updateGatewayRow(ctx.db, gateway, works, now);
    for (const { payout } of line) if (payout.obstacle === 'gateway_unreachable') await park(ctx, payout, null);
    return true;
  }
  await updateGatewayRow(ctx.db, gateway, { nextTryAt: addSeconds(now, retrySeconds.silent) }, now);
  for (const { payout } of line) await keep(ctx, payout, 'gateway_unreachable');
  return false;
}

/** False where it cannot be handed in now: another one looks alike, or it changed meanwhile. */
async function submitOne(ctx: Context, due: Due, since: bigint): Promise<boolean> {
  const passed = await screenSafely(ctx, due);
  const submission = passed && (await intend(ctx, due, { since, passed }));
  if (!submission) return false;
  // A worker that stood still since then may be taken for dead by now: its call must not go out any more.
  if (addSeconds(submission.submittedAt, maxDelaySeconds) < ctx.clock.now()) return true;
  const answer = await submitPayout(accessOf(due.gateway), requestOf(submission, due));
  const said = classifySubmission(answer, submission.externalId);
  log.info({ submission: submission.id, state: said.state }, 'a payout was handed to a gateway');
  await concludeSubmission(ctx, submission, due.gateway, said, answer);
  return true;
}

/** Null where its recipient is kept from being paid: what else the gateway has to send goes on. */
async function screenSafely(ctx: Context, { payout }: Due): Promise<Passed | null> {
  if (payout.recipientAddress === null) return null;
  try {
    return await screenPayout(ctx, payout, payout.recipientAddress, 'signing');
  } catch (error) {
    if (error instanceof Refusal && error.code === 'screening_held') return null;
    throw error;
  }
}
