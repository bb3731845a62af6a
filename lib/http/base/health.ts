import { z } from 'zod';
import type { Database } from '@/db/client';
import { isDatabaseFault, isLineFault } from '@/db/faults';
import journal from '@/db/migrations/meta/_journal.json' with { type: 'json' };
import { processDatabase } from '@/lib/access/process-context';
import { chainKey } from '@/lib/chains/chain-key';
import { proveWritable } from '@/lib/jobs/prove-writable';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { disputesNow } from '@/lib/nodes/view-nodes';
import { wantedCurrencies } from '@/lib/rates/currencies';
import { viewRates } from '@/lib/rates/view-rates';
import { refusalFrom } from './refusal-from';
import { isWorkerAlive, readChainTimes, readMigrationTime } from './store';

/** A chain that no worker has read for this long is behind. */
const staleSeconds = 120;
const maxWaitMs = 2000;
/** Within this time the last answer is given again, so that asking often costs nothing. */
const freshMs = 1000;

export const healthAnswer = z
  .object({
    status: z.enum(['ok', 'degraded']),
    database: z.literal('up').meta({ description: 'It answers, and takes what is written.' }),
    worker: z.enum(['running', 'silent']).meta({
      description: '`silent`: none was heard of for 45 s, so nothing is confirmed, delivered or mailed.',
    }),
    migrations: z.enum(['current', 'unknown']).meta({ description: '`unknown`: this role may not look.' }),
    mail: z.enum(['smtp', 'demo', 'none']).meta({
      description: '`demo`: mails are kept in the demo’s mailbox. `none`: no mail server is set, so mails wait.',
    }),
    chains: z.array(
      z.object({
        chain: chainKey,
        state: z.enum(['current', 'behind']),
        read_at: z.iso.datetime().nullable().meta({ description: 'When a worker last read the chain.' }),
        trouble: z.string().nullable().meta({
          description: 'What has kept a worker from reading it since then, or what two of its nodes say differently.',
        }),
      }),
    ),
    rates: z.object({
      state: z.enum(['off', 'current', 'short']).meta({
        description: '`off`: no feed is set. `short`: too few feeds agree on the price of a currency.',
      }),
      missing: z.array(z.string()).meta({ description: 'Currencies without a price now.' }),
    }),
  })
  .meta({ id: 'Health' });
export type HealthAnswer = z.infer<typeof healthAnswer>;

async function look(db: Database, now: number): Promise<HealthAnswer> {
  const looks = [readMigrationTime(db), readChainTimes(db), isWorkerAlive(db), lookAtRates(db, now)] as const;
  const [newest, times, workerLives, rates, disputes] = await Promise.all([...looks, disputesNow(db)]);
  const wanted = Math.max(...journal.entries.map((entry) => entry.when));
  if (newest !== null && newest < wanted) {
    throw new Refusal('unavailable', {
      detail: 'The database lacks migrations of this version.',
      extra: { database: 'up', migrations: 'behind' },
    });
  }
  await proveWritable(db).catch((error: unknown) => {
    if (isLineFault(error) || !isDatabaseFault(error)) throw error;
    const extra = { database: 'refuses_writes' };
    throw new Refusal('unavailable', { detail: 'The database takes no writes right now.', extra }, { cause: error });
  });
  const chains = times.map(({ chain, readAt, trouble }) => {
    const behind = !readAt || now - readAt.getTime() > staleSeconds * 1000;
    return {
      chain,
      state: behind ? ('behind' as const) : ('current' as const),
      read_at: readAt?.toISOString() ?? null,
      trouble: disputes.get(chain) ?? trouble,
    };
  });
  return {
    status: workerLives && disputes.size === 0 && chains.every(({ state }) => state === 'current') ? 'ok' : 'degraded',
    database: 'up',
    worker: workerLives ? 'running' : 'silent',
    migrations: newest === null ? 'unknown' : 'current',
    mail: env.SMTP_URL ? 'smtp' : env.DEMO ? 'demo' : 'none',
    chains,
    rates,
  };
}

async function lookAtRates(db: Database, now: number): Promise<HealthAnswer['rates']> {
  if (env.RATE_FEEDS.length === 0) return { state: 'off', missing: [] };
  const { prices } = await viewRates(db, env.RATE_FEEDS, wantedCurrencies(), new Date(now));
  const missing = prices.filter(({ price }) => price === null).map(({ currency }) => currency);
  return { state: missing.length > 0 ? 'short' : 'current', missing };
}

/** So long a look that goes on is joined: a process that has little of the processor, as at its start, would begin ever more of them. */
const joinedMs = 5_000;
const underWay = new WeakMap<Database, { since: number; looking: Promise<HealthAnswer> }>();

function joinLook(db: Database, now: number): Promise<HealthAnswer> {
  const last = underWay.get(db);
  if (last && now - last.since <= joinedMs && now >= last.since) return last.looking;
  const mine = { since: now, looking: look(db, now) };
  const end = () => void (underWay.get(db) === mine && underWay.delete(db));
  mine.looking.then(end, end);
  underWay.set(db, mine);
  return mine.looking;
}

async function lookBriefly(db: Database, now: number): Promise<HealthAnswer> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new Error('The database did not answer in time')), maxWaitMs);
  try {
    return await Promise.race([joinLook(db, now), silence.promise]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refusalFrom(error, 'health');
    const facts = { detail: 'The database cannot be reached.', extra: { database: 'down' } };
    throw new Refusal('unavailable', facts, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

const answers = new WeakMap<Database, { at: number; answer: Promise<HealthAnswer> }>();

/** Whether this portal can do its work, whether a worker lives, and which chains it is behind on. Refuses: unavailable. */
export async function readHealth(now: number = Date.now()): Promise<HealthAnswer> {
  const db = processDatabase();
  const last = answers.get(db);
  if (last && now - last.at <= freshMs && now >= last.at) return last.answer;
  const answer = lookBriefly(db, now);
  answers.set(db, { at: now, answer });
  return answer;
}
