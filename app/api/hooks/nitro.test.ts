import { expect, test } from 'vitest';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { dialectRules } from '@/lib/dialects/registry';
import { systemClock } from '@/lib/kernel/clock';
import { balanceOf } from '@/lib/ledger/balance';
import { payOut, takeBack } from '@/lib/orders/testing/play-chain';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { applyMessages } from '@/lib/sources/looks/apply';
import { hookDesk, messageTo, signed } from './testing/hook-desk';

const desk = hookDesk();
const usdt = { chain: 'local', symbol: 'USDT' } as const;
const context = (actor: Context['actor']): Context => ({
  ...{ db: desk.portal.db, clock: systemClock, requestId: 'req_test' },
  actor,
});
const system = () => context({ kind: 'system', job: 'test' });

async function completed(): Promise<string> {
  const { merchantId, keyId } = desk.merchant;
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'nitro-1' };
  const merchant = context({ kind: 'api_key', keyId, merchantId, scopes });
  const { id } = await createPayout(merchant, createPayoutBody.parse(body));
  await payOut(system(), { merchantId, id });
  return id;
}

const statusOf = async (id: string) => (await desk.portal.sql`select status from payouts where id = ${id}`)[0]?.status;
const paid = () => balanceOf(desk.portal.db, desk.merchant.merchantId, usdt, 'paid');

/** The event of this type as Nitro's receivers read it. */
async function toldAs(type: string, id: string) {
  const [row] = await desk.portal.sql`select * from events where subject_id = ${id} and type = ${type}`;
  const event = {
    ...row,
    id: 'ev_1',
    merchantId: desk.merchant.merchantId,
    type: 'payout.failed',
    sequence: null,
  } as const;
  const subject = { kind: 'payout', id, version: row?.subject_version } as const;
  const sent = { ...event, subject, createdAt: new Date(), test: false, data: row?.data };
  return JSON.parse(dialectRules.nitro.render(sent, 'https://1.1.1.1/hook').body);
}

test('a word of Nitro takes nothing back; what the network took back is booked back, and told in Nitro’s words', async () => {
  const id = await completed();
  const source = await desk.newSource('nitro');
  const said = messageTo(source, { payoutId: id });
  const body = said.body.replace('"status":"completed"', '"status":"failed"');
  expect(body).not.toBe(said.body);
  expect((await desk.send(signed(source, { ...said, body }))).status).toBe(200);
  await applyMessages(system());
  expect([await statusOf(id), await paid()]).toEqual(['completed', 24_500_000n]);
  expect(await toldAs('payout.completed', id)).toMatchObject({ status: 'completed', verified_amount: '24.50' });

  await takeBack(system(), { merchantId: desk.merchant.merchantId, id });
  expect([await statusOf(id), await paid()]).toEqual(['failed', 0n]);
  expect(await toldAs('payout.failed', id)).toMatchObject({ status: 'failed', verified_amount: '0.00' });
});
