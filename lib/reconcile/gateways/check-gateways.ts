import type { Context } from '@/lib/access/actor';
import { accessOf } from '@/lib/gateways/access';
import type { Gateway } from '@/lib/gateways/store';
import { addSeconds } from '@/lib/kernel/clock';
import { readRow } from '@/lib/rails/shkeeper/classify';
import { readRowOf } from '@/lib/rails/shkeeper/client';
import { note } from '@/lib/reconcile/books/prove-bookings';
import type { Scope } from '@/lib/reconcile/chain/outgoing';
import { type Difference, selectUnresolved, updateDifference } from '@/lib/reconcile/core/difference-store';
import { reason } from '@/lib/wire/reason';
import { compare } from './compare';
import { type Handed, selectHanded } from './store';

/** What changed a day before the last close is asked again: the server writes its word up to a day later. */
const againSeconds = 86_400;
/** Answers that do not come in a row, after which a gateway is not asked any more. */
const maxSilences = 2;
/** For so long all gateways are asked in one close: a worker whose step takes a quarter of an hour is taken for stalled. */
const askMs = 600_000;

/** Names what the lines about one submission, or about one gateway, have in common. */
const aboutHanded = ({ submission: { externalId } }: Handed) => `gateway:${externalId}:`;
const aboutGateway = ({ id }: Gateway) => `gateway:${id}:`;

/**
 * Asks each gateway what became of the payouts that it was handed since the last close, and holds its word against chain
 * and books. Each disagreement is a line; one that is gone ends its line. A gateway that does not answer in time is a line, too:
 * nothing is green because nobody was asked. Yields after each answer, as the right to the work
 * lasts a minute.
 */
export async function* checkGateways(ctx: Context, scope: Scope, since: Date, forMs = askMs): AsyncGenerator<void> {
  const until = performance.now() + forMs;
  const unresolved = await selectUnresolved(ctx.db, scope.merchantId, scope.chain);
  const lines = unresolved.filter(({ topic }) => topic === 'gateway');
  const from = Math.min(since.getTime(), ...lines.map(({ foundAt }) => foundAt.getTime()));
  const handed = await selectHanded(ctx.db, scope.merchantId, scope.chain, addSeconds(new Date(from), -againSeconds));
  for (const [, all] of Map.groupBy(handed, ({ gateway }) => gateway.id)) {
    let inRow = 0;
    let unread = 0;
    for (const one of all) {
      const isInTime = inRow < maxSilences && performance.now() < until;
      const isRead = isInTime && (await checkOne(ctx, scope, one, lines));
      inRow = isRead ? 0 : inRow + 1;
      unread += isRead ? 0 : 1;
      yield;
    }
    const [{ gateway } = { gateway: null }] = all;
    if (gateway) await noteSilence(ctx, scope, gateway, unread > 0, lines);
  }
}

/** False where the gateway gave no answer that can be read. */
async function checkOne(ctx: Context, scope: Scope, one: Handed, lines: readonly Difference[]): Promise<boolean> {
  const { submission, gateway, payout, transfer } = one;
  const row = readRow(await readRowOf(accessOf(gateway), submission.crypto, submission.externalId));
  if (row.state === 'unreadable') return false;
  const why = compare(row, {
    ...{ status: submission.status, settled: transfer.status === 'confirmed', hash: transfer.hash },
    taken: submission.taskId !== null,
    ageSeconds: (ctx.clock.now().getTime() - submission.submittedAt.getTime()) / 1000,
  });
  const about = aboutHanded(one);
  const key = why && about + why.code;
  await endOthers(ctx, lines, about, key);
  if (!why || !key) return true;
  const { wallet: fromAddress, recipient: toAddress, amount } = submission;
  await note(ctx, scope, {
    ...{ key, topic: 'gateway', kind: 'gateway_differs', why, symbol: payout.symbol, amount },
    ...{ payoutId: payout.id, transferId: transfer.id, hash: transfer.hash, fromAddress, toAddress },
  });
  return true;
}

async function noteSilence(
  ctx: Context,
  scope: Scope,
  gateway: Gateway,
  isSilent: boolean,
  lines: readonly Difference[],
): Promise<void> {
  const about = aboutGateway(gateway);
  const why = reason('gateway_not_read');
  const key = about + why.code;
  await endOthers(ctx, lines, about, isSilent ? key : null);
  if (isSilent) await note(ctx, scope, { key, topic: 'gateway', kind: 'gateway_differs', why });
}

/** Ends the lines about the same that were not found again. */
async function endOthers(ctx: Context, lines: readonly Difference[], about: string, found: string | null) {
  const now = ctx.clock.now();
  const set = { status: 'resolved' as const, resolvedBy: 'gone' as const, resolvedAt: now };
  for (const line of lines) {
    if (!line.key.startsWith(about) || line.key === found) continue;
    await ctx.db.transaction((tx) => updateDifference(tx, line, set, now));
  }
}
