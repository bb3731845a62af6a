import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { mailOptOuts, mails } from '@/db/schema';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { remindRecipients } from '@/lib/payouts/mails/remind-recipients';
import { testWorld } from '@/lib/payouts/testing/world';
import { askReminder, maxAsked } from './ask-reminder';

const world = testWorld();
const day = 86_400;
const state = { token: '', id: '' };

async function newPayout(email: string, more: object = {}): Promise<void> {
  Object.assign(state, await world.newPayout({ recipient: { type: 'email', email }, ...more }));
}
beforeEach(() => newPayout('ann@shop.example', { expires_in: 30 * day }));

const again = () => askReminder(world.claimant(), state.token);
const remind = async (seconds: number) => {
  await world.passTime(seconds);
  await remindRecipients(world.system());
};
async function sent(): Promise<string[]> {
  const rows = await world.database.db.select().from(mails).where(eq(mails.payoutId, state.id)).orderBy(mails.id);
  return rows.map(({ kind, state: word }) => `${kind} ${word}`);
}
const links = async () => (await sent()).filter((one) => one === 'link queued');

test('a reader who wants the link again later is mailed it a day later, once, and asking again meanwhile moves nothing', async () => {
  const { sent_to, at } = await again();
  await world.passTime(3600);
  expect(await again()).toEqual({ sent_to, at });
  await remind(day - 3700);
  expect(await links()).toHaveLength(0);
  await Promise.all([remind(100), remind(0)]);
  expect(await links()).toHaveLength(1);
  await remind(day);
  expect(await links()).toHaveLength(1);
});

test('a reader who wants the link again later is mailed it also where the merchant mails nothing and the reader wants no invitations, and no reminders follow', async () => {
  await newPayout('eve@shop.example', { notify: false, expires_in: 30 * day });
  const optedOut = { merchantId: world.merchantId, email: 'eve@shop.example', createdAt: new Date() };
  await world.database.db.insert(mailOptOuts).values(optedOut);
  await again();
  await remind(day);
  expect(await links()).toHaveLength(1);
  await remind(4 * day);
  expect(await sent()).toEqual(['link queued']);
});

test('a reader who wants the link again later is mailed it no more once the payout is over, sent elsewhere or asked for five times', async () => {
  await again();
  await changeRecipient(world.member('owner'), state.id, { email: 'bob@shop.example' });
  await remind(day);
  expect(await links()).toHaveLength(0);
  await expect(again()).rejects.toMatchObject({ code: 'link_unknown' });
  await newPayout('ann@shop.example', { expires_in: 30 * day });
  for (let one = 0; one < maxAsked; one++) {
    await again();
    await remind(day);
  }
  await expect(again()).rejects.toMatchObject({ code: 'rate_limited' });
});

test('a reader who wants the link again later is told so where the link ends too soon', async () => {
  await newPayout('ann@shop.example', { expires_in: 3700 });
  await expect(again()).rejects.toMatchObject({ code: 'payout_state' });
});
