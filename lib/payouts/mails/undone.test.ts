import { expect, test } from 'vitest';
import type { Tx } from '@/db/client';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { hashToken, unseal } from '@/lib/kernel/secrets';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { startProcessing } from '@/lib/payouts/sightings';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { proveCode } from '@/lib/proofs/prove-code';
import { sendCode } from '@/lib/proofs/send-code';
import { reason } from '@/lib/wire/reason';
import { wordsIn } from '@/lib/words/words-in';
import { decideUndone } from './decide-undone';

const world = testWorld();
const browser = hashToken('browser');
const address = demoAccount('customer').address;

/** What the recipient of a payout was mailed of a kind, as text. */
async function mailed(id: string, kind: string): Promise<string[]> {
  const rows = await world.database
    .sql`select id, body from mails where payout_id = ${id} and kind = ${kind} order by id`;
  return rows.map((mail) => unseal(mail.body, mail.id));
}

async function paid(given: object = {}, language = 'fr') {
  const recipient = { type: 'email', email: `ann-${crypto.randomUUID()}@shop.example`, language };
  const payout = await world.newPayout({ recipient, ...given });
  const { transfer } = await claimAgain(payout);
  await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  return payout;
}

/** What its recipient sends, once they have shown the newest code that they were mailed. */
async function claimAgain({ id, token }: { id: string; token: string }) {
  await sendCode(world.claimant(), token, { browser, network: null });
  const text = (await mailed(id, 'code')).at(-1) ?? '';
  const code = (/^ {4}(\d{3} \d{3})$/m.exec(text)?.[1] ?? '').replace(' ', '');
  const { proof } = await proveCode(world.claimant(), token, { code, browser });
  return claimPayout(world.claimant(), token, { address, proof }, browser);
}

async function takeBack(): Promise<void> {
  await world.rpc('anvil_reorg', [5, []]);
  await world.rpc('anvil_dropAllTransactions');
  await world.mine(4);
  await world.watch();
}

test('who was paid and is not any more is told once, in their language and with the link that pays again; the page says so, too', async () => {
  const payout = await paid();
  await takeBack();
  await world.watch();
  const [text = '', ...more] = await mailed(payout.id, 'undone');
  expect([text, more]).toEqual([expect.stringContaining(wordsIn('fr')('mail.undone.reserved')), []]);
  expect(text).toContain(`/p/${payout.token}`);
  const shown = await viewClaim(world.claimant(), payout.token);
  expect(shown).toMatchObject({ status: 'pending', transfer: { status: 'dropped', failure_code: 'reorganised' } });
  const [row] = await world.database
    .sql`select next_reminder_at is not null as again from invitations where payout_id = ${payout.id}`;
  expect(row?.again).toBe(true);
});

test('where the time of the link is over they are told that it pays no more', async () => {
  const payout = await paid();
  await world.database.sql`
    update payouts set expires_at = now() - interval '1 day', signed_until = now() - interval '1 day' where id = ${payout.id}`;
  await takeBack();
  const [text = ''] = await mailed(payout.id, 'undone');
  expect(text).toContain(wordsIn('fr')('mail.undone.over', { merchant: '“Demo Store”' }));
  expect(text).not.toContain('/p/');
});

test('where the merchant writes itself, the portal does not, and what cannot be written keeps nothing from being undone', async () => {
  const own = await paid({ notify: false });
  await takeBack();
  expect([(await view(world, own.id)).status, await mailed(own.id, 'undone')]).toEqual(['pending', []]);
  const closed = await paid();
  await world.database.sql`update claim_links set sealed_link = 'v1.not.a.token' where payout_id = ${closed.id}`;
  await takeBack();
  expect([(await view(world, closed.id)).status, await mailed(closed.id, 'undone')]).toEqual(['pending', []]);
});

/** Seconds after which a new block is younger than the mail: a chain that was taken back counts on from its old blocks' time. */
const afterMail = 120;

/** How the mail that a payment was taken back stands: whether it is due, and what ended it. */
async function undoneOf(id: string) {
  await decideUndone(world.system());
  const now = world.system().clock.now().toISOString();
  const rows = await world.database
    .sql`select next_attempt_at <= ${now}::timestamptz as due, failed_at is not null as over, error
    from mails where payout_id = ${id} and kind = 'undone' order by id`;
  return [...rows];
}

test('the mail leaves once a block that was made since is final, and not where the payment came again before', async () => {
  const gone = await paid();
  await world.rpc('anvil_reorg', [5, []]);
  await world.rpc('anvil_dropAllTransactions');
  await world.watch();
  expect(await undoneOf(gone.id)).toEqual([{ due: false, over: false, error: null }]);
  const [sent] = await world.database.sql`select status from payouts where id = ${gone.id}`;
  expect(sent?.status).toBe('pending');
  await world.passTime(afterMail);
  await world.mine(6);
  await world.settle();
  expect(await undoneOf(gone.id)).toEqual([{ due: true, over: false, error: null }]);

  const back = await paid();
  await takeBack();
  await world.passTime(61);
  const { transfer } = await claimAgain(back);
  await world.send('customer', transfer);
  await world.mine();
  await world.watch();
  expect((await view(world, back.id)).status).toBe('processing');
  expect(await undoneOf(back.id)).toEqual([{ due: false, over: false, error: null }]);
  await world.passTime(afterMail);
  await world.settle();
  expect(await undoneOf(back.id)).toEqual([{ due: false, over: true, error: 'Not sent: the payment came again.' }]);
});

test('what is sent again and comes to nothing is told; whose payout was cancelled meanwhile is not offered its link', async () => {
  const lost = await paid();
  await takeBack();
  const go = (id: string, work: (tx: Tx, payout: LockedPayout) => Promise<unknown>) =>
    world.database.db.transaction(async (tx) => work(tx, await lockPayout(tx, { merchantId: world.merchantId, id })));
  await go(lost.id, (tx, payout) => startProcessing(tx, world.system(), payout, reason('claim_sent')));
  const cancelled = await paid();
  await takeBack();
  await go(cancelled.id, (tx, payout) =>
    move(tx, world.system(), payout, { to: 'cancelled', because: reason('merchant_closed') }),
  );
  await world.passTime(afterMail);
  await world.settle();
  expect(await undoneOf(lost.id)).toEqual([{ due: false, over: false, error: null }]);
  await go(lost.id, (tx, payout) =>
    move(tx, world.system(), payout, { to: 'pending', because: reason('offered_again') }),
  );
  expect(await undoneOf(lost.id)).toEqual([{ due: true, over: false, error: null }]);
  expect(await undoneOf(cancelled.id)).toEqual([
    { due: false, over: true, error: 'Not sent: its link pays no more.' },
    { due: true, over: false, error: null },
  ]);
  const rows = await world.database.sql`
    select id, body from mails where payout_id = ${cancelled.id} and kind = 'undone' and failed_at is null`;
  const texts = rows.map((mail) => unseal(mail.body, mail.id));
  expect(texts).toEqual([expect.stringContaining(wordsIn('fr')('mail.undone.over', { merchant: '“Demo Store”' }))]);
});
