import { type ChainKey, chainKeys } from '@/db/vocabulary';
import { type Context, requirePermission, timeZoneOf } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { addDays, dayIn, endOfDayIn, startOfDayIn } from '@/lib/kernel/time-zone';
import { listAccounts } from '@/lib/relay/accounts';
import { whyNotOffered } from '@/lib/relay/offered';
import { maxLeft, type RelayCosts, type RelayCostsQuery, type RelayStanding } from './cost-schema';
import { selectSpentByDay } from './spent-store';

/** So many days without a first one, and so many at most. */
const usualDays = 30;
const maxDays = 92;

type Spent = Awaited<ReturnType<typeof selectSpentByDay>>;

/** What sending took and brought, by day and network, the newest day first. Refuses: invalid_request, for too many days. */
export async function viewRelayCosts(ctx: Context, query: RelayCostsQuery): Promise<RelayCosts[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const zone = timeZoneOf(ctx);
  const to = query.to ?? dayIn(zone, ctx.clock.now().getTime());
  const from = query.from ?? addDays(to, 1 - usualDays);
  if (addDays(from, maxDays) <= to) {
    throw new Refusal('invalid_request', { field: 'from', detail: `This asks for more than ${maxDays} days.` });
  }
  const span = { from: new Date(startOfDayIn(zone, from)), to: new Date(endOfDayIn(zone, to)) };
  const rows = await selectSpentByDay(ctx.db, { merchantId, zone, ...span });
  const groups = Map.groupBy(rows, ({ day, chain }) => `${day} ${chain}`);
  return [...groups.values()].flatMap(present);
}

/** The assets of one day and network become one line. */
function present(spent: Spent): RelayCosts[] {
  const [first] = spent;
  if (!first) return [];
  const { day, chain } = first;
  const { symbol: currency, decimals } = chainOf(chain).currency;
  const count = (pick: (row: Spent[number]) => number) => spent.reduce((total, row) => total + pick(row), 0);
  const fee = (pick: (row: Spent[number]) => string) => {
    const units = spent.reduce((total, row) => total + BigInt(pick(row)), 0n);
    return { amount: formatAmount(units, decimals), currency };
  };
  const charged = spent.filter(({ fees }) => BigInt(fees) > 0n);
  return [
    {
      ...{ day, chain, paid: count(({ paid }) => paid), waiting: count(({ waiting }) => waiting) },
      network_fee: fee(({ cost }) => cost),
      fees: charged.map((row) => ({ asset: row.symbol, amount: formatAmount(BigInt(row.fees), row.decimals) })),
      without_fee: { payouts: count(({ bare }) => bare), network_fee: fee(({ bareCost }) => bareCost) },
    },
  ];
}

/**
 * Where the portal sends now, of the networks that it is connected to. What its accounts hold can be read on the chain by
 * anybody who was paid from one, so a merchant may know it, too.
 */
export async function viewRelayStandings(ctx: Context): Promise<RelayStanding[]> {
  requirePermission(ctx, 'payouts:read');
  const chains = chainKeys.filter((key) => configuredChains().includes(key));
  const accounts = await listAccounts(ctx.db, chains);
  const leftOn = (wanted: ChainKey) =>
    accounts.flatMap(({ chain, purpose, stop, claimsLeft }) =>
      chain === wanted && purpose === 'relay' && !stop && claimsLeft !== null ? [claimsLeft] : [],
    );
  return Promise.all(
    chains.map(async (chain) => {
      const left = leftOn(chain);
      const total = left.reduce((sum, one) => sum + one, 0n);
      const capped = total < BigInt(maxLeft) ? total : BigInt(maxLeft);
      return {
        ...{ chain, reason: await whyNotOffered(ctx.db, chain) },
        claims_left: left.length > 0 ? Number(capped) : null,
      };
    }),
  );
}
