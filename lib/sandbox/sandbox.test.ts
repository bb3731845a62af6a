import { parseAbi } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import { sandboxAddresses, sandboxMailboxes } from '@/db/vocabulary/sandbox';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { balanceOf } from '@/lib/ledger/balance';
import { createMailSender } from '@/lib/mail/send';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { listMails } from '@/lib/payouts/mails/list-mails';
import { createPayoutBody } from '@/lib/payouts/schema';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { queueDirect } from '@/lib/relay/direct/queue-direct';
import { testRelay } from '@/lib/relay/testing/relay';
import { findScreening } from '@/lib/screening/store';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { sandboxJobs } from './jobs';
import { playMails } from './play-mails';
import { playPayouts } from './play-payouts';
import { selectToPlay } from './store';

const world = testWorld();
const relay = testRelay(world);
const play = () => playPayouts(world.system(), 'local');
const to = (address: string, more: object = {}) => world.newPayout({ recipient: { type: 'wallet', address }, ...more });
const setMode = (live: boolean) =>
  world.database.sql`update merchants set test_mode = ${!live} where id = ${world.merchantId}`;

beforeAll(async () => {
  await relay.add();
});

/** What a worker does, until what waits is paid and final. */
async function work(): Promise<void> {
  await play();
  await queueDirect(world.system(), 'local');
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  await relayClaims(world.system(), 'local');
}

const heldBy = (address: string) =>
  world.client().readContract({
    ...{ address: testUsdtAddress, abi: parseAbi(['function balanceOf(address) view returns (uint256)']) },
    ...{ functionName: 'balanceOf', args: [hex(address)] },
  });
const available = () => balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'available');

test('a payout to the address of success is really paid there, once, however often it is asked for', async () => {
  const before = await heldBy(sandboxAddresses.paid);
  const claimed = await to(sandboxAddresses.paid);
  const sent = await to(sandboxAddresses.paid, { delivery: 'send' });
  expect(claimed.status).toBe('pending');
  await Promise.all([play(), play(), play()]);
  await work();
  for (const { id } of [claimed, sent]) {
    expect(await view(world, id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed' } });
    expect(await eventsOf(world, id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  }
  expect((await heldBy(sandboxAddresses.paid)) - before).toBe(49_000_000n);
  expect(await play()).toBe(false);
});

const bodyOf = (address: string, more: object = {}) =>
  createPayoutBody.parse({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', reference: 'no-such', ...more },
    recipient: { type: 'wallet', address },
  });

test.each([
  ['target_invalid', { code: 'address_refused', facts: { extra: { check: 'token_itself' } } }],
  ['address_invalid', { code: 'address_refused', facts: { field: 'recipient.address' } }],
  ['network_unsupported', { code: 'asset_unavailable', facts: { field: 'asset' } }],
] as const)('%s is what a create is refused with, and what validating it says', async (outcome, refusal) => {
  const address = sandboxAddresses[outcome];
  await expect(to(address)).rejects.toMatchObject(refusal);
  await expect(validatePayout(world.merchant(), bodyOf(address))).rejects.toMatchObject(refusal);
});

test.each([
  ['refused_by_token', 'token_refuses', 'payout.not_payable'],
  ['screening_hit', 'screening', 'payout.not_payable'],
  ['awaiting_funds', 'funds', 'payout.awaiting_funds'],
] as const)(
  '%s holds its payout up, tells of it once, and lasts until it is cancelled',
  async (outcome, cause, event) => {
    const payout = await to(sandboxAddresses[outcome]);
    const sent = await to(sandboxAddresses[outcome], { delivery: 'send' });
    await work();
    await world.watchVaults();
    await work();
    for (const { id } of [payout, sent]) {
      expect(await view(world, id)).toMatchObject({ status: 'pending', obstacle: { cause }, transfer: null });
      expect(await eventsOf(world, id)).toEqual(['payout.created', event]);
      await cancelPayout(world.merchant(), id);
      await lapsePayouts(world.system(), 'local');
      expect(await view(world, id)).toMatchObject({ status: 'cancelled' });
    }
  },
);

test('what stands as it was to come is looked at no more, however long it waits', async () => {
  const { refused_by_token, screening_hit, awaiting_funds, paid } = sandboxAddresses;
  for (const address of [refused_by_token, screening_hit, awaiting_funds, paid]) await to(address);
  const sent = await to(paid, { delivery: 'send' });
  await play();
  expect(await selectToPlay(world.database.db, 'local', 100)).toEqual([]);
  await cancelPayout(world.merchant(), sent.id);
});

test('a payout that nobody claims runs out within seconds, however long it was to last', async () => {
  const payout = await to(sandboxAddresses.expired, { expires_in: 86_400 });
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('pending');
  await world.passTime(3);
  await lapsePayouts(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'expired' });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.expired']);
});

test('a payout that is undone was really paid before, and stands in the books as one that the network took back', async () => {
  const before = await available();
  const payout = await to(sandboxAddresses.undone);
  await work();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect(await available()).toBe(before - 25_000_000n);
  expect(await Promise.all([play(), play()])).toContain(true);
  expect(await view(world, payout.id)).toMatchObject({ status: 'failed', failure_code: 'reorganised' });
  expect(await available()).toBe(before);
  const told = ['payout.created', 'payout.processing', 'payout.completed', 'payout.failed'];
  expect(await eventsOf(world, payout.id)).toEqual(told);
  expect(await play()).toBe(false);
});

test('who looks again at what was undone finds on the chain that it is paid: it is never paid twice', async () => {
  const held = await heldBy(sandboxAddresses.undone);
  const payout = await to(sandboxAddresses.undone);
  await work();
  await play();
  await cancelPayout(world.merchant(), payout.id);
  for (const seconds of [0, 3_600, 600]) {
    await world.passTime(seconds);
    await world.settle();
    await lapsePayouts(world.system(), 'local');
    await work();
    expect((await view(world, payout.id)).status).not.toBe('cancelled');
  }
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed' } });
  expect((await heldBy(sandboxAddresses.undone)) - held).toBe(24_500_000n);
});

test.each([
  ['bounced', 'mail.bounced', { state: 'bounced', smtp_code: 550 }],
  ['late', 'payout.created', { state: 'late', smtp_code: 451 }],
  ['complained', 'mail.complained', { state: 'complained' }],
] as const)('the mail to a mailbox of the sandbox is %s', async (outcome, lastEvent, mail) => {
  const payout = await world.newPayout({ recipient: { type: 'email', email: sandboxMailboxes[outcome] } });
  const sender = createMailSender(() => ({ by: 'mailbox' }));
  await sender.sendDue({ db: world.database.db, clock: world.system().clock }, new AbortController().signal);
  await playMails(world.system());
  await playMails(world.system());
  expect((await listMails(world.merchant(), payout.id)).data).toMatchObject([mail]);
  expect((await eventsOf(world, payout.id)).at(-1)).toBe(lastEvent);
});

test('a merchant with real money cannot name any of these recipients, by no way', async () => {
  const payout = await world.newPayout({ recipient: { type: 'email', email: 'ann@shop.example' } });
  await setMode(true);
  const refusal = { code: 'sandbox_recipient' };
  for (const address of Object.values(sandboxAddresses)) {
    await expect(to(address)).rejects.toMatchObject(refusal);
    await expect(validatePayout(world.merchant(), bodyOf(address))).rejects.toMatchObject(refusal);
  }
  for (const email of Object.values(sandboxMailboxes)) {
    await expect(world.newPayout({ recipient: { type: 'email', email } })).rejects.toMatchObject(refusal);
    await expect(changeRecipient(world.merchant(), payout.id, { email })).rejects.toMatchObject(refusal);
  }
  await setMode(false);
});

test('nothing is played for a merchant with real money, nor on a network with real money', async () => {
  const payout = await to(sandboxAddresses.paid);
  const held = await to(sandboxAddresses.awaiting_funds);
  await setMode(true);
  expect(await play()).toBe(false);
  expect(await view(world, held.id)).toMatchObject({ obstacle: null });
  await setMode(false);
  expect(sandboxJobs('base')).toEqual([]);
  expect(await playPayouts(world.system(), 'base')).toBe(false);
  expect((await view(world, payout.id)).status).toBe('pending');
});

test('a test merchant pays on test networks only', async () => {
  const refused = world.newPayout({ chain: 'base', asset: 'USDC' });
  await expect(refused).rejects.toMatchObject({ code: 'asset_unavailable', facts: { field: 'chain' } });
});

test('a screening hit is a screening like any other, with its verdict kept, and made once', async () => {
  const { id } = await to(sandboxAddresses.screening_hit);
  expect(await play()).toBe(true);
  const found = await findScreening(world.database.db, { merchantId: world.merchantId, id });
  expect(found).toMatchObject({ verdict: 'listed', level: 'severe', address: sandboxAddresses.screening_hit });
  expect(await play()).toBe(false);
});
