import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewayAssets, gateways, payouts, gatewaySubmissions as submissions, transfers } from '@/db/schema';
import {
  type ChainKey,
  inFlightSubmissionStatuses,
  liveSubmissionStatuses,
  liveTransferStatuses,
} from '@/db/vocabulary';
import type { Gateway, GatewayAsset } from '@/lib/gateways/store';
import type { Payout } from '@/lib/payouts/store';
import { portalRails } from '@/lib/rails/traits';

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

/** What may be handed in now, oldest first: its gateway has nothing in flight, and nothing open looks alike. */
export async function selectToSubmit(db: Queryable, chain: ChainKey, now: Date): Promise<Due[]> {
  const since = new Date(now.getTime() - settleSeconds * 1000);
  const inFlight = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        ...[eq(submissions.gatewayId, gateways.id), eq(submissions.chain, payouts.chain)],
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
  return db
    .select({ payout: payouts, gateway: gateways, asset: gatewayAssets })
    .from(payouts)
    .innerJoin(gatewayAssets, pays)
    .innerJoin(gateways, eq(gateways.id, gatewayAssets.gatewayId))
    .where(
      and(
        ...[open(chain, now), eq(gateways.state, 'active'), lte(gateways.nextTryAt, now)],
        ...[notExists(inFlight), notExists(alike), notExists(underWay)],
      ),
    )
    .orderBy(asc(payouts.id))
    .limit(maxAtOnce);
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
