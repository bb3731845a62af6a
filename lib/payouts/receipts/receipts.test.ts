import { createPublicKey, verify } from 'node:crypto';
import { parseEventLogs } from 'viem';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { testDesk } from '@/lib/payouts/testing/desk';
import { loseBlocks } from '@/lib/payouts/testing/lose-blocks';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { listPublicKeys, rotatePortalKey } from '@/lib/receipts/portal-keys';
import { viewClaimReceipt, viewReceipt } from './view-receipt';

const world = testWorld();
const desk = testDesk(world);
const customer = demoAccount('customer').address;
const noReceipt = { code: 'no_receipt', status: 409 };

async function claimed(given: Record<string, unknown> = {}) {
  const payout = await world.newPayout(given);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer });
  return { payout, transfer, hash: await world.send('customer', transfer) };
}

async function isOfPortal(jws: string): Promise<boolean> {
  const [header = '', content, signature = ''] = jws.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const { keys } = await listPublicKeys(world.database.db);
  const { kty, crv, x } = keys.find((key) => key.kid === kid) ?? expect.unreachable('The key is not published');
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  return verify(null, Buffer.from(`${header}.${content}`), key, Buffer.from(signature, 'base64url'));
}

async function completedEvents(payoutId: string) {
  const rows = await world.database.sql`
    select data from events where subject_id = ${payoutId} and type = 'payout.completed' order by position`;
  return rows.map(({ data }) => data);
}

test('a claim that was paid has a receipt that says what the chain says, for its merchant, its recipient and in its event', async () => {
  const { payout, hash } = await claimed({ description: 'Refund' });
  await expect(viewReceipt(world.merchant(), payout.id)).rejects.toMatchObject(noReceipt);
  await expect(viewClaimReceipt(world.claimant(), payout.token)).rejects.toMatchObject(noReceipt);
  await world.settle();
  const answer = await viewReceipt(world.merchant(), payout.id);
  expect(await viewClaimReceipt(world.claimant(), payout.token)).toEqual(answer);
  expect(await isOfPortal(answer.receipt)).toBe(true);
  const mined = await world.client().getTransactionReceipt({ hash });
  const [log] = parseEventLogs({ abi: drawbridgeAbi, eventName: 'PayoutClaimed', logs: mined.logs });
  const done = await view(world, payout.id);
  expect(answer).toMatchObject({ voided_at: null });
  expect(answer.decoded).toMatchObject({
    ...{ iss: 'http://localhost:3000', sub: payout.id, reference: payout.reference, description: 'Refund' },
    merchant: { id: world.merchantId, name: 'Demo Store' },
    asset: { symbol: 'USDT', decimals: 6, token: testUsdtAddress },
    gross: { units: '25000000', text: '25.00' },
    fee: { units: '500000', text: '0.50' },
    net: { units: '24500000', text: '24.50' },
    ...{ fee_payer: 'recipient', rates: null, screening: null, rail: 'contract', contract: drawbridgeAddress },
    ...{ recipient: { address: customer }, chain: { key: 'local', id: 31337, test: true } },
    ...{ vault: demoAccount('vault').address, claim_id: log?.args.payoutId.toString() },
    transfer: {
      ...{ hash, log_index: log?.logIndex, from: demoAccount('vault').address },
      ...{ block_number: mined.blockNumber.toString(), block_hash: mined.blockHash },
    },
    created_at: done.created_at,
    completed_at: done.completed_at,
  });
  expect(await completedEvents(payout.id)).toMatchObject([{ id: payout.id, receipt: answer.receipt }]);
});

test('a receipt names the rate and the quote by which an amount in another currency was paid, and not what the merchant kept of it', async () => {
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
  const display = { currency: 'JPY', amount: '5000', spread_bps: 100 };
  const { payout } = await claimed({ amount: undefined, display });
  await world.settle();
  const { decoded } = await viewReceipt(world.merchant(), payout.id);
  expect(decoded).toMatchObject({ gross: { text: '32.175' }, net: { text: '31.675' } });
  expect(decoded.rates).toEqual({
    quote: (await view(world, payout.id)).display?.quote_id,
    display: { currency: 'JPY', amount: '5000' },
    ...{ base: 'JPY', counter: 'USDT', rate: '0.006435', exact: expect.stringMatching(/^\d+\/\d+$/) },
  });
});

test('a payment by hand has one, too: without contract, vault and claim id, from the wallet that sent it', async () => {
  const payout = await desk.owed();
  const signing = await desk.prepareOne([payout.id]);
  const [hash] = await desk.sign(signing.calls);
  await desk.settle();
  const { receipt, decoded } = await viewReceipt(world.merchant(), payout.id);
  expect(await isOfPortal(receipt)).toBe(true);
  expect(decoded).toMatchObject({
    ...{ rail: 'wallet', contract: null, vault: null, claim_id: null, net: { units: '25000000' } },
    transfer: { hash, from: desk.sender },
  });
});

test('a receipt stays as it was signed when the portal’s key and the merchant’s name change', async () => {
  const { payout } = await claimed();
  await world.settle();
  const before = await viewReceipt(world.merchant(), payout.id);
  await world.database.db.transaction((tx) => rotatePortalKey(tx, new Date()));
  await world.database.sql`update merchants set name = 'Renamed' where id = ${world.merchantId}`;
  expect(await viewReceipt(world.merchant(), payout.id)).toEqual(before);
  expect(await isOfPortal(before.receipt)).toBe(true);
  const next = await claimed();
  await world.settle();
  const { receipt, decoded } = await viewReceipt(world.merchant(), next.payout.id);
  expect(decoded.merchant.name).toBe('Renamed');
  expect(receipt.split('.')[0]).not.toBe(before.receipt.split('.')[0]);
  expect(await isOfPortal(receipt)).toBe(true);
});

test('a payment that the network takes back makes its receipt void, and one that is found again gets its own', async () => {
  const { payout } = await claimed();
  await world.settle();
  const before = await viewReceipt(world.merchant(), payout.id);
  const find = await loseBlocks(world);
  const lost = await viewReceipt(world.merchant(), payout.id);
  expect(lost).toEqual({ ...before, voided_at: expect.any(String) });
  expect(await viewClaimReceipt(world.claimant(), payout.token)).toEqual(lost);
  await find();
  const found = await viewReceipt(world.merchant(), payout.id);
  expect(found.voided_at).toBeNull();
  expect(found.decoded.transfer).toEqual(before.decoded.transfer);
  expect(found.decoded.jti).not.toBe(before.decoded.jti);
  expect((await completedEvents(payout.id)).map(({ receipt }) => receipt)).toEqual([before.receipt, found.receipt]);
});

test('a link that was replaced opens no receipt, and another merchant finds none', async () => {
  const payout = await world.newPayout();
  const { claim_url } = await reissueLink(world.member('owner'), payout.id);
  const token = claim_url.split('/p/')[1] ?? '';
  const { transfer } = await claimPayout(world.claimant(), token, { address: customer });
  await world.send('customer', transfer);
  await world.settle();
  expect((await viewClaimReceipt(world.claimant(), token)).decoded.sub).toBe(payout.id);
  await expect(viewClaimReceipt(world.claimant(), payout.token)).rejects.toMatchObject({ code: 'link_unknown' });
  const actor = { kind: 'api_key', keyId: 'k', merchantId: 'mer_other', scopes: ['payouts:read'] } as const;
  const other = viewReceipt({ ...world.merchant(), actor }, payout.id);
  await expect(other).rejects.toMatchObject({ code: 'not_found' });
});

test('the database keeps a receipt as it was signed, and lets it become void once', async () => {
  const { sql } = world.database;
  const [row] = await sql`select id, jws from receipts where voided_at is null limit 1`;
  const refused = 'receipts only become void';
  await expect(sql`update receipts set jws = 'x' where id = ${row?.id}`).rejects.toThrow(refused);
  await expect(sql`update receipts set voided_at = null where voided_at is not null`).rejects.toThrow(refused);
  await expect(sql`delete from receipts where id = ${row?.id}`).rejects.toThrow('append-only');
});

test('with the longest texts that a payout takes, its receipt is small enough to send along', async () => {
  const description = '漢'.repeat(200);
  const { payout } = await claimed({ description, reference: '字'.repeat(120) });
  await world.settle();
  const [data] = await completedEvents(payout.id);
  expect(data.receipt.length).toBeLessThan(4_000);
  expect(JSON.stringify(data).length).toBeLessThan(8_000);
});
