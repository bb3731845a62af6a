import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { dex3Payouts } from '@/db/schema';
import type { SaidInDex3 } from '@/db/schema/doors';

/** SQL of what was asked for at Dex3's door, where each payout names the address that it is told at. */

/** What was said of a payout there; null of every other payout. */
export const saidInDex3 = (payoutId: SQLWrapper) => sql<SaidInDex3 | null>`(
  select asked.said from ${dex3Payouts} asked where asked.payout_id = ${payoutId})`;

/** Where an endpoint is told of a payout: at its own address, or, if a door made it, at the one that came with the payout. */
export const addressFor = (url: SQLWrapper, keyId: SQLWrapper, payoutId: SQLWrapper) => sql<string>`(
  case when ${keyId} is null then ${url} else coalesce((
    select asked.webhook from ${dex3Payouts} asked where asked.payout_id = ${payoutId}), ${url}) end)`;

/** Whether an endpoint hears of a payout: every one does but those of doors, which hear of what their key asked for. */
export const isForKey = (keyId: SQL, payoutId: SQL) => sql`(${keyId} is null or exists (
  select from ${dex3Payouts} asked
  where asked.payout_id = ${payoutId} and asked.key_id = ${keyId} and asked.webhook is not null))`;
