import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { askPayment } from '@/lib/by-hand/ask';
import { claimPayout } from '@/lib/claims/claim';
import { sendClaim } from '@/lib/claims/send-claim';
import { standard } from '@/lib/dialects/standard';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { env } from '@/lib/kernel/env';
import { releaseOrder } from '@/lib/orders/release';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { lockPayout } from '@/lib/payouts/locked-store';
import { viewReceipt } from '@/lib/payouts/receipts/view-receipt';
import { findPayout } from '@/lib/payouts/store';
import { testDesk } from '@/lib/payouts/testing/desk';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { queueDirect } from '@/lib/relay/direct/queue-direct';
import { testRelay } from '@/lib/relay/testing/relay';
import { readList } from '@/lib/screening/read-list';
import { saveScreening } from '@/lib/screening/settings';
import { findScreening } from '@/lib/screening/store';
import { answerWith, type Receiver, type Reply, startReceiver } from '@/lib/webhooks/testing/receiver';
import { overruleScreening } from './overrule';
import { freshSeconds, requireScreened, screenPayout } from './screen';
import { screenDue } from './screen-due';
import { viewScreenings } from './view';

const oracle = vi.hoisted(() => {
  const address = '0x00000000000000000000000000000000000ac1e0';
  process.env.SCREENING_ORACLES = `local=${address}`;
  process.env.OFAC_LIST_URL = 'http://127.0.0.1:9/list';
  return address;
});

const world = testWorld();
const desk = testDesk(world);
const relay = testRelay(world);
const gateway = testGateway(world);
const orders = orderWorld(world);
const sql = (parts: TemplateStringsArray, ...values: string[]) => world.database.sql(parts, ...values);

/** Answers by its own storage: the word under an address is 1 where it is sanctioned. */
const working = '0x6004355460005260206000f3';
const reverting = '0x60006000fd';
const setOracle = (code: string) => world.rpc('anvil_setCode', [oracle, code]);
const word = (text: string) => `0x${text.slice(2).toLowerCase().padStart(64, '0')}`;
const sanction = (address: string, is = true) =>
  world.rpc('anvil_setStorageAt', [oracle, word(address), word(is ? '0x1' : '0x0')]);

let reply: Reply = answerWith(500);
let server: Receiver;
const list = (letters: string) =>
  `<Sanctions><DateOfIssue><Year>2026</Year><Month>11</Month><Day>4</Day></DateOfIssue>0x${letters.repeat(40)}</Sanctions>`;
const onFile = `0x${'f1'.repeat(20)}`;
beforeAll(async () => {
  await setOracle(working);
  server = await startReceiver((request, response, count) => reply(request, response, count));
  reply = answerWith(200, {}, list('f1').replace(/0x(f1)+/, onFile));
  await readList(world.system(), server.url);
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${world.merchantId}@${server.host}`);
  await relay.add();
  await gateway.setUp();
});
afterAll(() => server.close());

const stranger = () => privateKeyToAddress(generatePrivateKey());
const owner = () => world.member('owner');
const ownerAs = (given: object) => {
  const ctx = owner();
  return { ...ctx, actor: Object.assign({}, ctx.actor, given) };
};
const owed = async (given: object = {}) => {
  const address = stranger();
  return { ...(await world.newPayout({ recipient: { type: 'wallet', address }, ...given })), address };
};
const claim = (payout: { token: string }, address: string) => claimPayout(world.claimant(), payout.token, { address });
const held = { code: 'screening_held', facts: { extra: { cause: 'screening' } } };
const signedFor = async (id: string) => (await sql`select from vouchers where payout_id = ${id}`).length;
const keyOf = ({ id }: { id: string }) => ({ merchantId: world.merchantId, id });
const read = async (id: string) => (await findPayout(world.database.db, world.merchantId, id)) ?? expect.unreachable();

test('an address that the oracle names between creation and claim gets nothing signed, and its merchant is told once', async () => {
  const payout = await owed();
  await screenDue(world.system());
  expect(await findScreening(world.database.db, keyOf(payout))).toMatchObject({ verdict: 'clear', level: 'none' });
  await sanction(payout.address);
  await expect(claim(payout, payout.address)).rejects.toMatchObject(held);
  await expect(claim(payout, payout.address)).rejects.toMatchObject(held);
  await expect(sendClaim(world.claimant(), payout.token, { address: payout.address })).rejects.toMatchObject(held);
  expect(await signedFor(payout.id)).toBe(0);
  expect(await sql`select from relayed_claims where payout_id = ${payout.id}`).toHaveLength(0);
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'screening' } });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.not_payable']);
  expect(await findScreening(world.database.db, keyOf(payout))).toMatchObject({
    ...{ verdict: 'listed', level: 'severe', category: 'sanctions', name: 'Chainalysis' },
    answers: expect.arrayContaining([
      expect.objectContaining({
        screener: 'oracle',
        said: 'listed',
        facts: expect.objectContaining({ contract: oracle }),
      }),
      expect.objectContaining({
        screener: 'ofac',
        said: 'clear',
        facts: expect.objectContaining({ list_date: '2026-11-04' }),
      }),
      expect.objectContaining({ screener: 'token', said: 'clear' }),
    ]),
  });
});

test('an address on the OFAC list is told of as soon as the payout is made, and a look at the vault frees nothing', async () => {
  const payout = await world.newPayout({ recipient: { type: 'wallet', address: onFile } });
  await screenDue(world.system());
  await world.watchVaults();
  expect(await view(world, payout.id)).toMatchObject({ obstacle: { cause: 'screening' } });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.not_payable']);
});

test('who is listed cannot take a payout for anybody by another wallet; an owner goes on, for that wallet and that list alone', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const [bad, good, worse] = [stranger(), stranger(), stranger()];
  await Promise.all([sanction(bad), sanction(worse)]);
  await expect(claim(payout, bad)).rejects.toMatchObject(held);
  await expect(claim(payout, good)).rejects.toMatchObject(held);
  await overruleScreening(owner(), payout.id, { reason: 'They are the ones we know' });
  expect((await claim(payout, good)).status).toBe('pending');
  expect((await claim(payout, bad)).status).toBe('pending');
  await expect(claim(payout, worse)).rejects.toMatchObject(held);
  await expect(claim(payout, good)).rejects.toMatchObject(held);
});

test('who has the link of a mailbox and not the mailbox has no address looked up, and keeps the payout from nobody', async () => {
  const payout = await world.newPayout({ recipient: { type: 'email', email: 'ann@shop.example' } });
  const bad = stranger();
  await sanction(bad);
  await expect(claim(payout, bad)).rejects.toMatchObject({ code: 'proof_required' });
  const sent = sendClaim(world.claimant(), payout.token, { address: bad });
  await expect(sent).rejects.toMatchObject({ code: 'proof_required' });
  expect(await sql`select from screenings where payout_id = ${payout.id}`).toHaveLength(0);
  expect(await view(world, payout.id)).toMatchObject({ obstacle: null });
});

test('an owner who goes on decides about what they saw: who is listed meanwhile keeps the payout', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const [bad, worse] = [stranger(), stranger()];
  await sanction(bad);
  await expect(claim(payout, bad)).rejects.toMatchObject(held);
  const { raised: seen } = await viewScreenings(owner(), payout.id);
  await sql`insert into screening_flags (merchant_id, payout_id, address, screening_id, verdict, named_by, raised_at)
    select merchant_id, payout_id, ${worse.toLowerCase()}, screening_id, verdict, named_by, raised_at
    from screening_flags where payout_id = ${payout.id}`;
  const reason = 'They are the ones we know';
  await overruleScreening(owner(), payout.id, { reason, seen });
  expect(await view(world, payout.id)).toMatchObject({ obstacle: { cause: 'screening' } });
  await expect(claim(payout, bad)).rejects.toMatchObject(held);
  await expect(overruleScreening(owner(), payout.id, { reason, seen })).rejects.toMatchObject({ code: 'payout_state' });
  await overruleScreening(owner(), payout.id, { reason });
  expect((await claim(payout, bad)).status).toBe('pending');
});

test('only an owner who has just proved who they are goes on, once, of their own merchant, with words that the audit keeps', async () => {
  const payout = await owed();
  await sanction(payout.address);
  await screenDue(world.system());
  const body = { reason: 'Cleared by our lawyers' };
  const stale = ownerAs({ steppedUpAt: null });
  for (const [ctx, code] of [
    [world.member('payer'), 'forbidden'],
    [world.member('approver'), 'forbidden'],
    [world.merchant(), 'forbidden'],
    [stale, 'step_up_required'],
    [ownerAs({ merchantId: 'mer_other' }), 'not_found'],
  ] as const) {
    await expect(overruleScreening(ctx, payout.id, body)).rejects.toMatchObject({ code });
  }
  const both = await Promise.allSettled([
    overruleScreening(owner(), payout.id, body),
    overruleScreening(owner(), payout.id, body),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await view(world, payout.id)).toMatchObject({ obstacle: null });
  const [line] =
    await sql`select detail from audit_lines where subject_id = ${payout.id} and action = 'screening.overruled'`;
  expect(line?.detail).toMatchObject({ because: { code: 'screening_overruled', facts: { words: body.reason } } });
  expect((await claim(payout, payout.address)).status).toBe('pending');
});

test('a payout that we send by itself is signed for nobody who was listed after it was queued, and goes once an owner says so', async () => {
  const payout = await owed({ delivery: 'send' });
  await queueDirect(world.system(), 'local');
  await sanction(payout.address);
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  expect(await signedFor(payout.id)).toBe(0);
  expect(await sql`select status, because from relayed_claims where payout_id = ${payout.id}`).toEqual([
    { status: 'queued', because: 'not_payable' },
  ]);
  await overruleScreening(owner(), payout.id, { reason: 'Known to us' });
  await world.passTime(61);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', obstacle: null });
  const { decoded } = await viewReceipt(world.merchant(), payout.id);
  expect(decoded.screening).toMatchObject({
    ...{ verdict: 'listed', level: 'severe', overruled_at: expect.any(String) },
    screeners: expect.arrayContaining([
      { screener: 'oracle', said: 'listed', facts: { chain: 'local', contract: oracle, block: expect.any(String) } },
    ]),
  });
});

test('a payment by hand is not handed to the wallet once its recipient is listed, also where it was prepared before', async () => {
  const address = stranger();
  const payout = await desk.owed({ recipient: { type: 'wallet', address } });
  const { signings } = await desk.prepareUnasked([payout.id]);
  const signing = signings[0] ?? expect.unreachable();
  await sanction(address);
  const asked = {
    signing_id: signing.id,
    transfer_ids: signing.payments.map(({ transfer_id }) => transfer_id),
    tab: 'tab_test_1',
  };
  await expect(askPayment(world.member('payer'), asked)).rejects.toMatchObject({
    code: 'screening_held',
    facts: { extra: { payout_id: payout.id } },
  });
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'screening' } });
  const other = await desk.owed({ recipient: { type: 'wallet', address } });
  await expect(desk.prepareUnasked([other.id])).rejects.toMatchObject({ code: 'screening_held' });
});

test('the seller of an order who is listed is not paid by its release, nor handed a signature', async () => {
  const address = stranger();
  await sanction(address);
  const order = await orders.newOrder({ seller: { id: 'seller-1', address, contact: 'seller@example.com' } });
  const { new_payouts: made } = await releaseOrder(world.merchant(), order.id, {});
  const { id = '' } = made[0] ?? {};
  await screenDue(world.system());
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  expect(await view(world, id)).toMatchObject({ status: 'pending', obstacle: { cause: 'screening' } });
  expect(await signedFor(id)).toBe(0);
});

test('a gateway is handed nothing for a listed recipient, and the others of its line go on', async () => {
  const bad = await owed({ rail: 'shkeeper', amount: '11.00' });
  await sanction(bad.address);
  const good = await owed({ rail: 'shkeeper', amount: '12.00' });
  await submitPayouts(world.system(), 'local');
  const handed = await sql`select payout_id from gateway_submissions`;
  expect(handed).toEqual([{ payout_id: good.id }]);
  expect(await view(world, bad.id)).toMatchObject({ obstacle: { cause: 'screening' } });
});

test('what passed counts for this payout, this address and a minute; what was raised since is seen under the lock', async () => {
  const payout = await owed();
  const known = await read(payout.id);
  const address = payout.address.toLowerCase();
  const passed = await screenPayout(world.system(), known, address, 'asked');
  const require = (given: Partial<typeof passed>, later = 0) =>
    world.database.db.transaction(async (tx) => {
      const now = new Date(world.system().clock.now().getTime() + later * 1000);
      await requireScreened(tx, await lockPayout(tx, known), { ...passed, ...given }, { address, now });
    });
  await require({});
  await expect(require({ address: onFile })).rejects.toMatchObject({ code: 'unavailable' });
  await expect(require({ payoutId: 'po_other' })).rejects.toMatchObject({ code: 'unavailable' });
  await expect(require({}, freshSeconds + 1)).rejects.toMatchObject({ code: 'unavailable' });
  await sanction(address);
  const both = await Promise.allSettled([1, 2].map(() => screenPayout(world.system(), known, address, 'asked')));
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(require({})).rejects.toMatchObject(held);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.not_payable']);
});

const answers = (body: object) => answerWith(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const rule = (pay_unknown_below: string | null) => ({ pay_unknown_below, screener_url: server.url });

test('a merchant’s own screener is asked with proof, holds what it calls grave, cannot clear what others list, and counts although they were overruled', async () => {
  const { secret } = await saveScreening(owner(), rule(null));
  expect((await saveScreening(owner(), rule(null))).secret).toBeNull();
  reply = answers({ level: 'Severe', category: 'stolen funds', name: 'A mixer', more: 1 });
  const payout = await owed();
  await expect(claim(payout, payout.address)).rejects.toMatchObject(held);
  const asked = server.received.at(-1) ?? expect.unreachable();
  const message = { ...asked, url: server.url, method: 'POST' as const };
  expect(standard.verify(message, secret ?? '', { now: new Date(), merchantId: '' })).toBe(true);
  expect(JSON.parse(asked.body)).toEqual({
    ...{ address: payout.address, chain: 'local', amount: '24.50', asset: 'USDT', payout_id: payout.id },
  });
  expect(await findScreening(world.database.db, keyOf(payout))).toMatchObject({
    ...{ verdict: 'listed', level: 'severe', category: 'stolen funds', name: 'A mixer' },
  });
  reply = answers({ level: 'none' });
  const listed = await owed();
  await sanction(listed.address);
  await expect(claim(listed, listed.address)).rejects.toMatchObject(held);
  await overruleScreening(owner(), listed.id, { reason: 'The oracle is wrong' });
  expect((await claim(listed, listed.address)).status).toBe('pending');
  reply = answers({ level: 'high' });
  await world.passTime(4);
  await expect(claim(listed, listed.address)).rejects.toMatchObject(held);
  reply = answers({ level: 'none' });
  const fine = await owed();
  expect((await claim(fine, fine.address)).status).toBe('pending');
});

test.each<[string, Reply]>([
  ['answers with an error', answerWith(500)],
  ['answers with nonsense', answerWith(200, {}, '<html>')],
  ['names a level that does not exist', answers({ level: 'fine' })],
  ['sends us elsewhere', answerWith(302, { location: 'http://127.0.0.1:1/' })],
  ['cannot tell', answers({ level: 'unknown' })],
  ['does not answer within two seconds', () => {}],
])('where a screener %s, nothing is paid, or what is below the merchant’s own limit', async (_what, answer) => {
  reply = answer;
  await saveScreening(owner(), rule('20'));
  const [small, large] = [await owed({ amount: '20.00' }), await owed({ amount: '20.50' })];
  const started = performance.now();
  const both = await Promise.allSettled([claim(small, small.address), claim(large, large.address)]);
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await findScreening(world.database.db, keyOf(small))).toMatchObject({ verdict: 'unknown' });
  expect(await view(world, large.id)).toMatchObject({ obstacle: { cause: 'screening' } });
  reply = answers({ level: 'low' });
  await world.passTime(11);
  expect((await claim(large, large.address)).status).toBe('pending');
  expect(await view(world, large.id)).toMatchObject({ obstacle: null });
});

test('an oracle that gives no answer leaves a doubt, and one that was never there none', async () => {
  await saveScreening(owner(), { pay_unknown_below: null, screener_url: null });
  await setOracle(reverting);
  const payout = await owed();
  await screenDue(world.system());
  expect(await findScreening(world.database.db, keyOf(payout))).toMatchObject({ verdict: 'unknown' });
  expect(await view(world, payout.id)).toMatchObject({ obstacle: null });
  await expect(claim(payout, payout.address)).rejects.toMatchObject(held);
  await setOracle(working);
  await world.passTime(11);
  expect((await claim(payout, payout.address)).status).toBe('pending');
});

test('who has a link has its addresses looked up some hundred times a day, uses up nothing of another network, and comes to an end over ever more networks', async () => {
  const payout = await owed({ recipient: { type: 'anyone' } });
  const from = (address: string) =>
    claimPayout({ ...world.claimant(), origin: { address, userAgent: null } }, payout.token, { address: stranger() });
  const again = (times: string) => sql`insert into screenings
    select 'sc_' || gen_random_uuid(), merchant_id, payout_id, address, stage, verdict, level, category, name, answers, network, screened_at
    from (select * from screenings where payout_id = ${payout.id} order by id limit 1) one, generate_series(1, ${times}::int)`;
  const often = { code: 'rate_limited' };
  await from('2001:db8::1');
  await again('99');
  await expect(from('2001:db8::2')).rejects.toMatchObject(often);
  expect((await from('203.0.113.7')).status).toBe('pending');
  await again('200');
  for (const _try of [1, 2, 3, 4]) expect((await from('203.0.113.7')).status).toBe('pending');
  await expect(from('203.0.113.7')).rejects.toMatchObject(often);
  await expect(claim(payout, stranger())).rejects.toMatchObject(often);
  expect((await from('198.51.100.9')).status).toBe('pending');
  await again('693');
  expect((await from('198.51.100.10')).status).toBe('pending');
  await again('1');
  await expect(from('198.51.100.11')).rejects.toMatchObject(often);
  expect(JSON.stringify(await sql`select network from screenings`)).not.toMatch(/2001|203\.0/);
});

test('strangers with the link of a payout to one address never keep its owner from it, and have that address looked up at a pace', async () => {
  await saveScreening(owner(), rule(null));
  reply = answers({ level: 'none' });
  const payout = await owed();
  const from = (network: number) =>
    claimPayout(
      { ...world.claimant(), origin: { address: `203.0.${network}.7`, userAgent: null } },
      payout.token,
      payout,
    );
  const lookedUp = async () => (await sql`select from screenings where payout_id = ${payout.id}`).length;
  await from(0);
  const once = await lookedUp();
  await sql`insert into screenings
    select 'sc_00' || gen_random_uuid(), merchant_id, payout_id, address, stage, verdict, level, category, name, answers, network, screened_at
    from (select * from screenings where payout_id = ${payout.id} order by id desc limit 1) one, generate_series(1, 1100)`;
  for (const network of [0, 1, 2, 3]) expect((await from(network)).status).toBe('pending');
  expect(await lookedUp()).toBe(once + 1_100);
  await world.passTime(31);
  for (const network of [0, 1, 2, 3]) expect((await from(network)).status).toBe('pending');
  expect(await lookedUp()).toBe(once + 1_101);
  reply = answers({ level: 'high' });
  await world.passTime(31);
  await expect(from(4)).rejects.toMatchObject(held);
  await expect(from(5)).rejects.toMatchObject(held);
});

test('of two claims at one moment one of which hears of a listing and the other one of nobody, the listing stands', async () => {
  await saveScreening(owner(), rule(null));
  const said: Reply[] = [answers({ level: 'high' }), () => {}];
  reply = (...asked) => said.shift()?.(...asked);
  const payout = await owed({ recipient: { type: 'anyone' } });
  const [bad, good] = [stranger(), stranger()];
  const both = await Promise.allSettled([claim(payout, bad), claim(payout, bad)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  reply = answers({ level: 'none' });
  await world.passTime(11);
  await expect(claim(payout, good)).rejects.toMatchObject(held);
});
