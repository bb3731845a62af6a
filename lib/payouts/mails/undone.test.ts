import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { hashToken, unseal } from '@/lib/kernel/secrets';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { proveCode } from '@/lib/proofs/prove-code';
import { sendCode } from '@/lib/proofs/send-code';
import { wordsIn } from '@/lib/words/words-in';

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
  await sendCode(world.claimant(), payout.token, { browser, network: null });
  const [text = ''] = await mailed(payout.id, 'code');
  const code = (/^ {4}(\d{3} \d{3})$/m.exec(text)?.[1] ?? '').replace(' ', '');
  const { proof } = await proveCode(world.claimant(), payout.token, { code, browser });
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address, proof }, browser);
  await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  return payout;
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
