import type { ChainKey } from '@/db/vocabulary/chains';
import { type Context, requirePermission, timeZoneOf } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { addDays, dayIn, endOfDayIn, startOfDayIn } from '@/lib/kernel/time-zone';
import { downFrom, type Ratio, worth } from '@/lib/rates/ratio';
import { readRate } from '@/lib/rates/read-rate';
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
  const rates = await readRates(ctx, rows);
  const groups = Map.groupBy(rows, ({ day, chain }) => `${day} ${chain}`);
  return [...groups.values()].flatMap((spent) => present(spent, rates));
}

type Rates = ReadonlyMap<string, Ratio>;
const pairOf = ({ chain, symbol }: Spent[number]) => `${symbol} ${chainOf(chain).currency.symbol}`;

/** What the assets of fees are worth now in the currencies of their networks; without those that have no rate. */
async function readRates(ctx: Context, spent: Spent): Promise<Rates> {
  const charged = spent.filter(({ fees }) => BigInt(fees) > 0n);
  const pairs = new Map(charged.map((row) => [pairOf(row), [row.symbol, chainOf(row.chain).currency.symbol] as const]));
  const rates = new Map<string, Ratio>();
  for (const [pair, [from, to]] of pairs) {
    const rate = await findRate(ctx, from, to);
    if (rate) rates.set(pair, rate);
  }
  return rates;
}

async function findRate({ db, clock }: Context, from: string, to: string): Promise<Ratio | null> {
  try {
    return (await readRate(db, from, to, clock.now())).rate;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rate_unavailable') return null;
    throw error;
  }
}

/** In base units of the network's currency, rounded down; null where one of the assets has no rate. */
function worthOf(spent: Spent, rates: Rates): bigint | null {
  let total = 0n;
  for (const row of spent) {
    const rate = rates.get(pairOf(row));
    if (!rate) return null;
    total += downFrom(worth(BigInt(row.fees), row.decimals, rate, chainOf(row.chain).currency.decimals));
  }
  return total;
}

/** The assets of one day and network become one line. */
function present(spent: Spent, rates: Rates): RelayCosts[] {
  const [first] = spent;
  if (!first) return [];
  const { day, chain } = first;
  const { symbol: currency, decimals } = chainOf(chain).currency;
  const count = (pick: (row: Spent[number]) => number) => spent.reduce((total, row) => total + pick(row), 0);
  const sum = (pick: (row: Spent[number]) => string) => spent.reduce((total, row) => total + BigInt(pick(row)), 0n);
  const money = (units: bigint) => ({ amount: formatAmount(units, decimals), currency });
  const charged = spent.filter(({ fees }) => BigInt(fees) > 0n);
  const took = sum(({ cost }) => cost);
  const brought = worthOf(charged, rates);
  return [
    {
      ...{ day, chain, paid: count(({ paid }) => paid), waiting: count(({ waiting }) => waiting) },
      network_fee: money(took),
      fees: charged.map((row) => ({ asset: row.symbol, amount: formatAmount(BigInt(row.fees), row.decimals) })),
      fees_worth: brought === null ? null : money(brought),
      shortfall: brought !== null && brought < took ? money(took - brought) : null,
      without_fee: { payouts: count(({ bare }) => bare), network_fee: money(sum(({ bareCost }) => bareCost)) },
    },
  ];
}

/**
 * Where the portal sends now, of the networks that it is connected to. What its accounts hold can be read on the chain by
 * anybody who was paid from one, so a merchant may know it, too.
 */
export async function viewRelayStandings(ctx: Context): Promise<RelayStanding[]> {
  requirePermission(ctx, 'payouts:read');
  const chains = configuredChains();
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
