import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { mails } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { followTransfers } from '@/lib/claims/follow';
import { sendClaim } from '@/lib/claims/send-claim';
import { hashToken, unseal } from '@/lib/kernel/secrets';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { testRelay } from '@/lib/relay/testing/relay';
import { proveCode } from './prove-code';
import { sendCode } from './send-code';

const world = testWorld();
const relay = testRelay(world);
const customer = demoAccount('customer').address;
const [mine, theirs] = [hashToken('my browser'), hashToken('their browser')];
const recipient = { type: 'email', email: 'ann@shop.example' };

beforeAll(() => relay.add());

async function proved(token: string): Promise<void> {
  await sendCode(world.claimant(), token, { browser: mine, network: null });
  const [mail] = await world.database.db
    .select()
    .from(mails)
    .where(eq(mails.kind, 'code'))
    .orderBy(desc(mails.id))
    .limit(1);
  const code = /^ {4}(\d{3} \d{3})$/m.exec(unseal(mail?.body ?? '', mail?.id ?? ''))?.[1] ?? '';
  await proveCode(world.claimant(), token, { code: code.replace(' ', ''), browser: mine });
}

/** What the worker does, and the blocks that bury it. */
async function work(): Promise<void> {
  for (const blocks of [4, 4]) {
    await world.passTime(3);
    await relayClaims(world.system(), 'local');
    await relay.step();
    await world.mine(blocks);
    await followTransfers(world.system(), 'local');
    await world.watch();
    await relay.step();
    await relayClaims(world.system(), 'local');
  }
}

test('the portal sends a payout to a mailbox only for a browser that proved it, and pays where that browser says', async () => {
  const { id, token } = await world.newPayout({ recipient });
  const send = (browser: string | null) => sendClaim(world.claimant(), token, { address: customer }, browser);
  await expect(send(null)).rejects.toMatchObject({ code: 'proof_required' });
  await proved(token);
  await expect(send(theirs)).rejects.toMatchObject({ code: 'proof_required' });
  expect(await send(mine)).toMatchObject({ relay: { state: 'queued', address: customer } });
  await work();
  expect(await view(world, id)).toMatchObject({ status: 'completed', transfer: { recipient: customer } });
});

test('what waits to be sent is not sent any more once the payout is for another mailbox', async () => {
  const { id, token } = await world.newPayout({ recipient });
  await proved(token);
  await sendClaim(world.claimant(), token, { address: customer }, mine);
  await changeRecipient(world.merchant(), id, { email: 'bea@shop.example' });
  await work();
  expect((await view(world, id)).status).toBe('pending');
  const rows = await world.database.sql`select status from relayed_claims where payout_id = ${id}`;
  expect(rows.map(({ status }) => status)).toEqual(['ended']);
});
