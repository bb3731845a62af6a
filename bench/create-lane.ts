// One of the processes of bench/processes.ts: makes payouts by the verb for so long, and tells how many.
import { connect } from '@/db/client';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';

const atOnce = 8;
const [merchantId = '', seconds = '0'] = process.argv.slice(2);

const { db, close } = connect(process.env.DATABASE_URL ?? '', 10);
const actor = { kind: 'api_key', keyId: 'key_bench', merchantId, scopes } as const;
const ctx: Context = { db, clock: systemClock, requestId: 'req_bench', actor };
const until = performance.now() + Number(seconds) * 1000;
const state = { made: 0 };

async function lane(): Promise<void> {
  while (performance.now() < until) {
    const reference = `${process.pid}-${state.made++}`;
    const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference };
    await createPayout(ctx, createPayoutBody.parse(body));
  }
}

await Promise.all(Array.from({ length: atOnce }, lane));
const { user, system } = process.cpuUsage();
await close();
process.send?.({ made: state.made, cpuMs: (user + system) / 1000 });
process.disconnect();
