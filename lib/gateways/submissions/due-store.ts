import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewayAssets, gateways, payouts, gatewaySubmissions as submissions, transfers } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import { inFlightSubmissionStatuses, liveSubmissionStatuses } from '@/db/vocabulary/gateways';
import { liveTransferStatuses } from '@/db/vocabulary/payouts';
import type { Gateway, GatewayAsset } from '@/lib/gateways/store';
import type { Payout } from '@/lib/payouts/store';
import { portalRails } from '@/lib/rails/traits';
import { isGoing } from '@/lib/stops/store';

/** A payout that waits, and the gateway that is to send it. */
export type Due = { payout: Payout; gateway: Gateway; asset: GatewayAsset };

/** Of all gateways together in one run. */
const maxAtOnce = 300;
/** So long after an answer that tells nothing another payout may still meet its nonce. */
const settleSeconds = 60;

const open = (chain: ChainKey, now: Date) =>
  and(
    ...[eq(payouts.chain, chain), inArray(payouts.rail, portalRails()), eq(payouts.status, 'pending')],
    ...[isNull(payouts.cancelRequestedAt), gt(payouts.expiresAt, now)],
  );
const pays = and(
  ...[eq(gatewayAssets.merchantId, payouts.merchantId), eq(gatewayAssets.chain, payouts.chain)],
  ...[eq(gatewayAssets.symbol, payouts.symbol), isNull(gatewayAssets.endedAt)],
);

/** Whether any payout of a chain waits for a gateway. */
export async function isAnyOpen(db: Queryable, chain: ChainKey): Promise<boolean> {
  const rows = await db
    .select({ id: payouts.id })
    .from(payouts)
    .where(open(chain, new Date(0)))
    .limit(1);
  return rows.length > 0;
}

/**
 * What may be handed in now, oldest first: its gateway and its wallet have nothing in flight, and nothing open looks alike. Gateways
 * and assets take turns, and so do what the wallet had enough for and what it had not: no heap stands before the others.
 */
export async function selectToSubmit(db: Queryable, chain: ChainKey, now: Date, limit = maxAtOnce): Promise<Due[]> {
  const since = new Date(now.getTime() - settleSeconds * 1000);
  const inFlight = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.chain, payouts.chain),
        or(eq(submissions.gatewayId, gateways.id), eq(submissions.wallet, gatewayAssets.wallet)),
        or(
          inArray(submissions.status, [...inFlightSubmissionStatuses]),
          and(eq(submissions.status, 'unknown'), gt(submissions.unknownSince, since)),
        ),
      ),
    );
  const alike = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        ...[eq(submissions.chain, payouts.chain), eq(submissions.wallet, gatewayAssets.wallet)],
        ...[eq(submissions.token, payouts.token), eq(submissions.recipient, sql`${payouts.recipientAddress}`)],
        ...[eq(submissions.amount, payouts.net), inArray(submissions.status, [...liveSubmissionStatuses])],
      ),
    );
  const underWay = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.payoutId, payouts.id), inArray(transfers.status, [...liveTransferStatuses])));
  const affordable = sql`${payouts.net} <= ${gatewayAssets.held}`;
  const kind = sql`${gateways.id}, ${gatewayAssets.symbol}, ${affordable}`;
  // Of what waits for money first those that do not say so yet.
  const oldest = sql`not (${affordable}) and ${payouts.obstacle} is not null, ${payouts.id}`;
  const rows = await db
    .select({ payout: payouts, gateway: gateways, asset: gatewayAssets })
    .from(payouts)
    .innerJoin(gatewayAssets, pays)
    .innerJoin(gateways, eq(gateways.id, gatewayAssets.gatewayId))
    .where(
      and(
        ...[open(chain, now), eq(gateways.state, 'active'), lte(gateways.nextTryAt, now)],
        ...[notExists(inFlight), notExists(alike), notExists(underWay), isGoing(payouts)],
      ),
    )
    .orderBy(turnOf(kind, oldest), byChance)
    .limit(limit);
  return rows.sort((one, other) => (one.payout.id < other.payout.id ? -1 : 1));
}

/** Payouts of gateways that are left alone for now, and that do not say so yet. */
export async function selectHeldUp(db: Queryable, chain: ChainKey, now: Date) {
  return db
    .select({ payout: payouts, gateway: gateways })
    .from(payouts)
    .innerJoin(gatewayAssets, pays)
    .innerJoin(gateways, eq(gateways.id, gatewayAssets.gatewayId))
    .where(and(open(chain, now), isNull(payouts.obstacle), isNotNull(gateways.fault), gt(gateways.nextTryAt, now)))
    .orderBy(asc(payouts.id))
    .limit(maxAtOnce);
}

/** Payouts that no gateway pays any more, and that do not say so yet. */
export async function selectWithoutGateway(db: Queryable, chain: ChainKey): Promise<Payout[]> {
  const paid = db.select({ id: gatewayAssets.gatewayId }).from(gatewayAssets).where(pays);
  return db
    .select()
    .from(payouts)
    .where(and(open(chain, new Date(0)), isNull(payouts.obstacle), notExists(paid)))
    .orderBy(asc(payouts.id))
    .limit(maxAtOnce);
}
