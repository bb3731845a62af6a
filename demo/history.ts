import { eq } from 'drizzle-orm';
import type { Hex } from 'viem';
import type { Connection } from '@/db/client';
import { payouts } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { claimPayout } from '@/lib/claims/claim';
import { newId } from '@/lib/kernel/ids';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { listeners } from '@/lib/watched/listeners';
import { watchChain } from '@/lib/watcher/watch';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { mine } from '@/scripts/services/block-maker';
import { callRpc } from '@/scripts/services/json-rpc';
import { demoAccount } from './accounts';

type Demo = { merchantId: string; keyId: string };
type Chain = { rpcUrl: string; save(): Promise<void> };

/** Blocks after a claim, so that it is final before the next day begins. */
const settling = 5;
const dayMs = 86_400_000;
const customers = ['customer', 'other'] as const;

/** How many payouts a day has, and what becomes of each: weekends are quiet, and now and then one is taken back. */
function dayOf(day: number): { amount: string; paid: boolean }[] {
  const count = [1, 2, 3, 2, 3, 1, 0][day % 7] ?? 1;
  return Array.from({ length: count }, (_, index) => {
    const cents = 1_250 + ((day * 7919 + index * 104_729) % 24_000);
    return { amount: (cents / 100).toFixed(2), paid: (day + index) % 9 !== 4 };
  });
}

export async function isWithoutPayouts({ db }: Pick<Connection, 'db'>, { merchantId }: Demo): Promise<boolean> {
  return (await db.$count(payouts, eq(payouts.merchantId, merchantId))) === 0;
}

/** The next block of the chain has this time, and those after it go on from there. */
export async function setChainTime(rpcUrl: string, at: Date): Promise<void> {
  await callRpc(rpcUrl, 'evm_setNextBlockTimestamp', [Math.floor(at.getTime() / 1000)]);
  await mine(rpcUrl);
}

/**
 * Some weeks of payouts, made by the verbs that make every payout, on a clock and a chain that begin so many days ago. The
 * chain must have begun before them. Afterwards it has the time of today.
 */
export async function makeHistory({ db }: Pick<Connection, 'db'>, demo: Demo, chain: Chain, days: number) {
  const clock = { at: new Date(), now: () => clock.at };
  const ctx = (actor: Context['actor']): Context => ({ db, clock, actor, requestId: newId('request') });
  const server = ctx({ kind: 'api_key', ...demo, scopes });
  const system = ctx({ kind: 'system', job: 'demo' });
  const watch = async () => {
    while (await watchChain(system, 'local', listeners));
  };
  const today = Date.now();
  for (let day = days; day >= 1; day--) {
    clock.at = new Date(today - day * dayMs);
    await setChainTime(chain.rpcUrl, clock.at);
    await watch();
    for (const [index, { amount, paid }] of dayOf(day).entries()) {
      const terms = { amount, asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, expires_in: 90 * 86_400 };
      const reference = `order-${2_000 - day * 10 + index}`;
      const payout = await createPayout(server, createPayoutBody.parse({ ...terms, reference }));
      clock.at = new Date(clock.at.getTime() + (1 + index) * 600_000);
      if (!paid) {
        await cancelPayout(server, payout.id);
        continue;
      }
      await setChainTime(chain.rpcUrl, clock.at);
      const { address } = demoAccount(customers[(day + index) % customers.length] ?? 'customer');
      const token = payout.claim_url.split('/').at(-1) ?? '';
      const { transfer } = await claimPayout(ctx({ kind: 'claimant' }), token, { address });
      await sendClaim(chain.rpcUrl, address, transfer);
      await mine(chain.rpcUrl, settling);
      clock.at = new Date(clock.at.getTime() + 60_000);
      await watch();
    }
    while (await fanOut(system));
    await chain.save();
  }
}

async function sendClaim(rpcUrl: string, from: Hex, { to, data }: { to: string; data: string }): Promise<void> {
  await callRpc(rpcUrl, 'eth_sendTransaction', [{ from, to, data }]);
  await mine(rpcUrl);
}
