import { afterAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { findApprovalState } from '@/lib/payouts/approvals/list-approvals';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { frailNode } from '@/lib/payouts/testing/frail-node';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { claimPayout } from './claim';
import { followTransfers } from './follow';
import { reportTransfer } from './report-transfer';
import { viewClaim } from './view';

const nodes: Awaited<ReturnType<typeof frailNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await frailNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const node = () => nodes[0] ?? expect.unreachable();
afterAll(() => node().close());

const customer = demoAccount('customer').address;
const other = demoAccount('other').address;
const claim = (token: string, address = customer) => claimPayout(world.claimant(), token, { address });
const tokenOf = (link: string) => link.split('/p/')[1] ?? '';
const idOf = async (id: string) => {
  const [row] = await world.database.sql`select claim_id::text from payouts where id = ${id}`;
  return BigInt(row?.claim_id);
};

test('a node that is asked about a signed claim finds it written down, and a cancel of that moment waits for it', async () => {
  const payout = await world.newPayout();
  const vouchers = () => world.database.sql`select id from vouchers where payout_id = ${payout.id}`;
  const heard: unknown[] = [];
  node().listen(async (body) => {
    const isRehearsal = body.includes('eth_estimateGas');
    heard.push(...(isRehearsal ? [(await vouchers()).length, await cancelPayout(world.merchant(), payout.id)] : []));
  });
  await claim(payout.token);
  node().listen(async () => {});
  expect(heard).toEqual([1, expect.objectContaining({ status: 'pending', cancellation: expect.anything() })]);
});

test('a new link says until when what the old one handed out can be paid, and so does its page', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const { expires_at: deadline } = await claim(payout.token);
  const link = await reissueLink(world.merchant(), payout.id);
  expect(link.earlier_claim_until).toBe(deadline);
  const page = await viewClaim(world.claimant(), tokenOf(link.claim_url));
  expect(page.earlier_claim_until).toBe(deadline);
  await expect(claim(payout.token)).rejects.toMatchObject({ code: 'link_unknown' });
  await world.passTime(400);
  expect((await viewClaim(world.claimant(), tokenOf(link.claim_url))).earlier_claim_until).toBe(null);
  await world.settle();
  expect((await reissueLink(world.merchant(), payout.id)).earlier_claim_until).toBe(null);
});

test('a claim whose id the vault burnt is told as cancelled, also before anybody has read that', async () => {
  const payout = await world.newPayout();
  await world.burn([payout.id]);
  await expect(claim(payout.token)).rejects.toMatchObject({ code: 'link_cancelled' });
  await world.settle();
  await expect(claim(payout.token)).rejects.toMatchObject({ code: 'link_cancelled' });
});

test('a claim that another wallet was paid for a moment ago is told as paid', async () => {
  const payout = await world.newPayout({ recipient: { type: 'anyone' } });
  const { transfer } = await claim(payout.token, other);
  await world.send('customer', transfer);
  await world.mine();
  await expect(claim(payout.token)).rejects.toMatchObject({ code: 'already_paid' });
});

test('no payout is born with an id that the vault burnt before', async () => {
  const next = (await idOf((await world.newPayout()).id)) + 1n;
  await world.burnIds(next >> 8n, (1n << 256n) - 1n);
  await world.settle();
  const payout = await world.newPayout();
  expect((await idOf(payout.id)) >> 8n).toBeGreaterThan(next >> 8n);
  const { transfer } = await claim(payout.token);
  await world.send('customer', transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a payout that waits for approval ends when its id is burnt, and nobody can approve it any more', async () => {
  const none = { two_from: null, new_destination: false };
  await saveApprovalRule(world.member('owner'), { chain: 'local', asset: 'USDT', one_from: '100.00', ...none });
  const payout = await world.newPayout({ amount: '100.00' });
  const digest = (await findApprovalState(world.member('approver'), payout.id))?.digest ?? '';
  await world.burn([payout.id]);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('cancelled');
  await expect(approvePayout(world.member('approver'), payout.id, { digest })).rejects.toMatchObject({
    code: 'payout_state',
  });
});

test('a payout that is on its way when its id is burnt is not offered again when that fails', async () => {
  const payout = await world.newPayout();
  const { transfer } = await claim(payout.token);
  await world.burn([payout.id]);
  const hash = await world.send('customer', transfer, { gas: 200_000n });
  await reportTransfer(world.claimant(), payout.token, { hash });
  await world.mine();
  await world.settle();
  await followTransfers(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', cancellation: { state: 'waiting' } });
  await expect(claim(payout.token)).rejects.toMatchObject({ code: 'link_cancelled' });
  await world.passTime(400);
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('cancelled');
});
