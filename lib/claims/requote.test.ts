import { expect, test } from 'vitest';
import { merchantAssets, merchantLimits, vaults } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { newId } from '@/lib/kernel/ids';
import { promisedOf } from '@/lib/ledger/balance';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { digestOf } from '@/lib/payouts/approvals/approval-digest';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { lockPayout } from '@/lib/payouts/locked-store';
import { findPayout } from '@/lib/payouts/store';
import { readMoney } from '@/lib/payouts/terms/read-money';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { giveProof } from '@/lib/proofs/give-proof';
import { offerQuote } from '@/lib/quotes/deals/offer-quote';
import { takeQuote } from '@/lib/quotes/deals/take-quote';
import { insertQuote } from '@/lib/quotes/store';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { testRelay } from '@/lib/relay/testing/relay';
import { claimPayout } from './claim';
import { sendClaim } from './send-claim';
import { viewClaim } from './view';

const world = testWorld();
const relay = testRelay(world);
const { interleavings } = interleaver(world.database);
const customer = demoAccount('customer').address;
const display = { currency: 'JPY', amount: '5000' };
const refusal = (code: string) => expect.objectContaining({ code });
const say = (yen: string) => sayRates(world.database.db, { JPY: yen }, world.system().clock.now());
const inYen = (given: object = {}) =>
  world.newPayout({ recipient: { type: 'anyone' }, amount: undefined, display, ...given });
const offer = (token: string) => offerQuote(world.claimant(), token, {});
const take = (token: string, quote: string) => takeQuote(world.claimant(), token, { quote });
const claim = (token: string, address: string = customer) => claimPayout(world.claimant(), token, { address });
const promised = () => promisedOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' });
/** Its quote has lapsed, and yen are dearer. */
async function lapsed(given: object = {}) {
  await say('0.0065');
  const payout = await inYen(given);
  await world.passTime(121);
  await say('0.0070');
  return payout;
}

test('once its quote has lapsed nothing is signed before its claimant accepts a new one; the network then pays exactly that', async () => {
  const { id, token } = await lapsed();
  expect((await viewClaim(world.claimant(), token)).display).toMatchObject({
    ...display,
    rate: '0.0065',
    lapsed: true,
  });
  await expect(claim(token)).rejects.toThrow(refusal('quote_lapsed'));
  const quote = await offer(token);
  expect(quote).toMatchObject({ accepted: false, display, amount: '35.00', fee: '0.50', net: '34.50', rate: '0.007' });
  // Cheap and the same while it is good; and nothing has changed yet.
  expect(await offer(token)).toEqual(quote);
  expect(await view(world, id)).toMatchObject({ net: '32.00', version: 1 });
  const before = await promised();
  expect(await take(token, quote.id)).toMatchObject({ accepted: true, net: '34.50' });
  expect(await take(token, quote.id)).toMatchObject({ accepted: true, net: '34.50' });
  expect((await promised()) - before).toBe(2_500_000n);
  expect(await eventsOf(world, id)).toEqual(['payout.created', 'payout.requoted']);
  const { transfer, preview } = await claim(token);
  expect(preview).toContain('You receive 34.50 USDT');
  const held = await world.vaultBalance();
  await world.send('customer', transfer);
  await world.settle();
  expect(await view(world, id)).toMatchObject({
    ...{ status: 'completed', amount: '35.00', net: '34.50' },
    display: { ...display, rate: '0.007', quote_id: quote.id, valid_until: null },
  });
  expect(held - (await world.vaultBalance())).toBe(35_000_000n);
});

test('what was signed keeps its amount: it is handed out again after the quote has lapsed, and is never quoted again', async () => {
  await say('0.0065');
  const { token } = await inYen();
  const late = await offer(token);
  expect(late).toMatchObject({ accepted: true, net: '32.00' });
  const first = await claim(token);
  await world.passTime(200);
  await say('0.0070');
  await expect(offer(token)).rejects.toThrow(refusal('quote_stands'));
  const again = await claim(token);
  expect(again.preview).toBe(first.preview);
  expect((await viewClaim(world.claimant(), token)).display).toMatchObject({ lapsed: false, valid_until: null });
});

test('what the portal was asked to send keeps its amount, too, however long it waits in the queue', async () => {
  await relay.add();
  await say('0.0065');
  const { token } = await inYen();
  await sendClaim(world.claimant(), token, { address: customer });
  await world.passTime(200);
  await say('0.0070');
  await expect(offer(token)).rejects.toThrow(refusal('quote_stands'));
  const { token: lapsedOne } = await lapsed();
  await expect(sendClaim(world.claimant(), lapsedOne, { address: customer })).rejects.toThrow(refusal('quote_lapsed'));
});

test('a new quote needs feeds, the bounds of its merchant, its own link and its time', async () => {
  const [one, other] = [await lapsed(), await lapsed()];
  const quote = await offer(one.token);
  await expect(take(other.token, quote.id)).rejects.toThrow(refusal('not_found'));
  await expect(take('no-such-link', quote.id)).rejects.toThrow(refusal('link_unknown'));
  await world.passTime(121);
  await expect(take(one.token, quote.id)).rejects.toThrow(refusal('quote_expired'));
  await say('9');
  await expect(offer(one.token)).rejects.toThrow(refusal('amount_too_large'));
  await world.passTime(90_000);
  await expect(offer(one.token)).rejects.toThrow(refusal('rate_unavailable'));
  const fixed = await world.newPayout();
  await expect(offer(fixed.token)).rejects.toThrow(refusal('quote_stands'));
});

test('a payout of a new merchant comes to no more than it may pay at once by being quoted again', async () => {
  const { db } = world.database;
  const limits = { merchantId: world.merchantId, payoutsPerDay: 1_000, coinsPerPayout: 34, createdAt: new Date() };
  await db.insert(merchantLimits).values(limits);
  const { token } = await lapsed();
  await expect(offer(token)).rejects.toThrow(refusal('amount_too_large'));
  await db.delete(merchantLimits);
  expect(await offer(token)).toMatchObject({ amount: '35.00' });
});

test('a payout for the owner of a mailbox comes to something else only for who proved it in this browser', async () => {
  const { id, token } = await lapsed({ recipient: { type: 'email', email: 'ann@shop.example' } });
  const { id: quote } = await offer(token);
  const by = (browser: string | null) => takeQuote(world.claimant(), token, { quote }, browser);
  await expect(by(null)).rejects.toThrow(refusal('proof_required'));
  await world.database.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: world.merchantId, id });
    const now = world.system().clock.now();
    await giveProof(tx, payout, { kind: 'email', browser: 'ann', email: 'ann@shop.example', now });
  });
  await expect(by('mallory')).rejects.toThrow(refusal('proof_required'));
  expect(await view(world, id)).toMatchObject({ net: '32.00', version: 1 });
  expect(await by('ann')).toMatchObject({ accepted: true, net: '34.50' });
});

test('people approve what it is said to come to: that holds for a new quote, unless it needs more of them by then', async () => {
  const rule = { chain: 'local' as const, asset: 'USDT', one_from: '10.00', two_from: '40.00', new_destination: false };
  await saveApprovalRule(world.member('owner'), rule);
  const made = await lapsed();
  const payout = (await findPayout(world.database.db, world.merchantId, made.id)) ?? expect.unreachable();
  await approvePayout(world.member('approver'), made.id, { digest: digestOf(payout) });
  const dear = await offer(made.token);
  await take(made.token, dear.id);
  expect((await claim(made.token)).preview).toContain('You receive 34.50 USDT');
  const second = await lapsed();
  const row = (await findPayout(world.database.db, world.merchantId, second.id)) ?? expect.unreachable();
  await approvePayout(world.member('approver'), second.id, { digest: digestOf(row) });
  await say('0.0090');
  const tooDear = await offer(second.token);
  await expect(take(second.token, tooDear.id)).rejects.toThrow(refusal('approval_changed'));
  await saveApprovalRule(world.member('owner'), { ...rule, one_from: null, two_from: null });
});

/** With a quote that waits to be accepted while the one before is still good. */
async function offered() {
  await say('0.0065');
  const { id, token } = await inYen();
  await say('0.0070');
  await world.database
    .sql`update quotes set created_at = created_at - interval '100 seconds', expires_at = expires_at - interval '100 seconds' where payout_id = ${id}`;
  return { id, token, quote: (await offer(token)).id };
}

test('what the portal sends is what was looked at: while another quote is accepted, it is asked again', async () => {
  await relay.add();
  const runs = interleavings(
    { turn: 2 },
    offered,
    async (db, { token }) => {
      await sendClaim({ ...world.claimant(), db }, token, { address: customer });
      return 'sent';
    },
    async ({ token, quote }) => (await take(token, quote)).net,
  );
  const both: string[][] = [];
  for await (const { outcomes } of runs) {
    const { faults, answers } = sortOutcomes(outcomes);
    expect(faults).toEqual([]);
    both.push(...[answers].filter(({ length }) => length > 1));
  }
  // Stopped before its first statement, as at full length, it has looked at nothing yet.
  expect(both).toHaveLength(byDepth({ quick: 0, deep: 1 }));
});

test('however a claim and an acceptance meet, what is signed is what the payout comes to, and the books agree', async () => {
  const runs = interleavings(
    { turn: 2 },
    offered,
    async (db, { token }) => (await claimPayout({ ...world.claimant(), db }, token, { address: customer })).preview,
    async ({ token, quote }) => (await take(token, quote)).net,
  );
  for await (const { subject, outcomes } of runs) {
    const { faults, answers } = sortOutcomes(outcomes);
    expect(faults).toEqual([]);
    const { net } = await view(world, subject.id);
    const signed = answers.filter((answer) => answer.startsWith('You receive'));
    expect(signed.filter((preview) => !preview.includes(`You receive ${net} USDT`))).toEqual([]);
  }
  await rollUpBalances(world.system());
  expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
});

test('a claimant may choose among the assets that were allowed, and it goes on from the vault of that one; what was signed stays', async () => {
  const { db } = world.database;
  const other = { chain: 'sepolia', asset: 'USDC' } as const;
  const terms = { fee: 200_000n, minimum: 1_000_000n, maximum: 10n ** 10n };
  await db.insert(merchantAssets).values({ merchantId: world.merchantId, chain: 'sepolia', symbol: 'USDC', ...terms });
  const [vault] = await db.select().from(vaults);
  const { number: _number, ...copied } = vault ?? expect.unreachable();
  const namespace = BigInt(`0x${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`);
  await db.insert(vaults).values({ ...copied, id: newId('vault'), chain: 'sepolia', namespace });
  await sayRates(db, { JPY: '0.0065', USDC: '1' }, world.system().clock.now());
  const { id, token } = await inYen({ options: [other] });
  expect((await viewClaim(world.claimant(), token)).options).toEqual([
    { chain: 'local', asset: 'USDT', network: 'Local chain' },
    { ...other, network: 'Sepolia' },
  ]);
  const offerIn = (wanted: object) => offerQuote(world.claimant(), token, wanted);
  // Its vault cannot be looked at, so that it is not offered; and what was not allowed never is.
  await expect(offerIn(other)).rejects.toThrow(refusal('chain_unavailable'));
  await expect(offerIn({ chain: 'base', asset: 'USDC' })).rejects.toThrow(refusal('asset_unavailable'));
  const display = { currency: 'JPY', amount: '5000', spread_bps: 0 };
  const asked = { ...other, rail: 'contract', fee_payer: 'recipient', display } as const;
  const quoted = async (payoutId: string) => {
    const { quote } = await readMoney(world.system(), world.merchantId, asked);
    return db.transaction((tx) => insertQuote(tx, { ...(quote ?? expect.unreachable()), payoutId }));
  };
  const before = await promised();
  await take(token, (await quoted(id)).id);
  expect(await view(world, id)).toMatchObject({ chain: 'sepolia', asset: 'USDC', fee: '0.20', net: '32.30' });
  expect(before - (await promised())).toBe(32_500_000n);
  expect(await promisedOf(db, world.merchantId, { chain: 'sepolia', symbol: 'USDC' })).toBe(32_500_000n);
  const signed = await inYen({ options: [other] });
  await claim(signed.token);
  const late = await quoted(signed.id);
  await expect(take(signed.token, late.id)).rejects.toThrow(refusal('quote_stands'));
  // Asking in turns for one asset and for the other answers the same two quotes while they are good.
  const asking = await inYen({ options: [other] });
  await world.passTime(121);
  const first = await offer(asking.token);
  await quoted(asking.id);
  expect(await offer(asking.token)).toEqual(first);
  await rollUpBalances(world.system());
  expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
  await expect(world.newPayout({ options: [other] })).rejects.toThrow(refusal('recipient_unsupported'));
});
