// A thousand reward callbacks a second offered over HTTP: to the whole portal, and to a bare Node server that books with the same
// statements and checks nothing. Alone: node scripts/run.js bench/rewards-portal.ts
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { connect, type Database } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import type { Demo } from './portal';
import { offer } from './reward-callback';
import { type Spread, spreadOf } from './spread';

const perSecond = 1_000;
const count = 5_000;
const warmUp = 500;

export type DoorFigures = { booked: number; rows: number; perSecond: number; latency: Spread };
export type PortalRewardFigures = { portal: DoorFigures; bare: DoorFigures };

type WithDoor = Demo & { merchantId: string; doors: { adjoe: { url: string; token: string } } };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function ask(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      answer
        .resume()
        .on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}`))));
    }).on('error', reject);
  });
}

async function measure(db: Database, url: string, token: string): Promise<DoorFigures> {
  const rowsNow = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from rewards`))[0]?.n ?? 0;
  await offer((search) => ask(url + search), { token, perSecond, count: warmUp });
  const before = await rowsNow();
  const { answers, ms } = await offer((search) => ask(url + search), { token, perSecond, count });
  return {
    booked: answers.filter(({ isTaken }) => isTaken).length,
    rows: (await rowsNow()) - before,
    perSecond: (count * 1000) / ms,
    latency: spreadOf(answers.map((answer) => answer.ms)),
  };
}

/** Books what a query says and answers, in this process: no proof, no form, nothing else. */
async function withBare<T>(
  db: Database,
  { merchantId, sourceId }: Owner,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const { bookTogether } = await import('@/lib/rewards/together');
  const server = createServer((request, answer) => {
    const query = new URL(request.url ?? '', 'http://bare').searchParams;
    const said = (name: string) => query.get(name) ?? '';
    const receivedAt = new Date();
    const reward = {
      ...{ id: newId('reward'), merchantId, sourceId, transUuid: said('trans_uuid'), userUuid: said('user_uuid') },
      ...{ currency: said('currency'), coins: BigInt(said('coin_amount')), deviceId: '', sdkAppId: '', receivedAt },
    };
    bookTogether(db, { reward, day: receivedAt.toISOString().slice(0, 10), maxEarned: null }).then(
      () => answer.end('{}'),
      () => answer.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

type Owner = { merchantId: string; sourceId: string };

export async function benchPortalRewards(demo: Demo): Promise<PortalRewardFigures> {
  const { merchantId, doors, databaseUrl }: WithDoor = Object.assign(
    { merchantId: '', doors: { adjoe: { url: '', token: '' } } },
    demo,
  );
  const { url, token } = doors.adjoe;
  const { db, close } = connect(databaseUrl, 10);
  try {
    const address = url.split('?')[0] ?? '';
    const owner = { merchantId, sourceId: address.split('/').at(-1) ?? '' };
    // First, since the books know the name of the coins from then on.
    const portal = await measure(db, address, token);
    return { portal, bare: await withBare(db, owner, (at) => measure(db, at, token)) };
  } finally {
    await close();
    agent.destroy();
  }
}

export function printPortalRewards({ portal, bare }: PortalRewardFigures): void {
  console.log(`\nrewards over HTTP: ${count} callbacks offered to each, ${perSecond} a second`);
  for (const [name, { booked, rows, latency, ...figures }] of Object.entries({ portal, 'bare Node server': bare })) {
    const lost = booked === count && rows === count ? 'none lost' : `${count - rows} LOST, ${booked} answered 200`;
    console.log(
      `${name}: ${figures.perSecond.toFixed(0)} a second, p50 ${latency.p50.toFixed(0)} ms, p95 ${latency.p95.toFixed(0)} ms, ${lost}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { withPortal } = await import('./portal');
  printPortalRewards(await withPortal(benchPortalRewards));
  process.exit();
}
