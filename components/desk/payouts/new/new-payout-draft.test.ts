import { expect, test } from 'vitest';
import { createPayoutBody } from '@/lib/payouts/schema';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { bodyOf, expiries, newDraft, previewBodyOf, suggestReference } from './new-payout-draft';

const usdt: PayoutAsset = {
  ...{
    chain: 'local',
    chain_name: 'Local chain',
    asset: 'USDT',
    decimals: 6,
    minimum: '1.00',
    maximum: '1000.00',
    fee: '0.50',
  },
  fee_ceiling: null,
  by_link: true,
  by_gateway: false,
  by_sending: true,
};
const address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const draft = { ...newDraft('desk-1'), amount: ' 25.00 ', address: ` ${address}` };

test('what is sent is what the API takes, texts trimmed and empty ones left out', () => {
  const body = bodyOf({ ...draft, metadata: [{ id: 1, name: ' order ', value: '1004 ' }] }, usdt);
  expect(createPayoutBody.parse(body)).toEqual(body);
  expect(body).toEqual({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', rail: 'contract', fee_payer: 'recipient', delivery: 'claim' },
    ...{
      recipient: { type: 'wallet', address },
      reference: 'desk-1',
      expires_in: 604_800,
      notify: true,
      metadata: { order: '1004' },
    },
  });
});

test('an amount in another currency is sent as one that is displayed, and one in the asset as itself', () => {
  const body = bodyOf({ ...draft, currency: 'JPY', amount: ' 5000 ' }, usdt);
  expect(createPayoutBody.parse(body)).toEqual(body);
  expect(body).toMatchObject({ asset: 'USDT', display: { currency: 'JPY', amount: '5000' } });
  expect(body.amount).toBeUndefined();
  expect(previewBodyOf({ ...draft, currency: 'JPY' }, usdt)).toMatchObject({ display: { amount: '25.00' } });
  expect(bodyOf({ ...draft, currency: 'USDT' }, usdt)).toMatchObject({ amount: '25.00' });
});

test('a payout by hand is always to a wallet, and where there is no vault every payout is by hand', () => {
  const anyone = { ...draft, to: 'anyone' as const };
  expect(bodyOf(anyone, usdt)).toMatchObject({ rail: 'contract', recipient: { type: 'anyone' } });
  const byHand = { rail: 'wallet', recipient: { type: 'wallet', address } };
  expect(bodyOf({ ...anyone, rail: 'wallet' }, usdt)).toMatchObject(byHand);
  expect(bodyOf(anyone, { ...usdt, by_link: false })).toMatchObject(byHand);
});

test('what is sent without a claim goes to a wallet, out of a vault, and only where something of ours can send it', () => {
  const sent = { ...draft, to: 'anyone' as const, delivery: 'send' as const };
  expect(bodyOf(sent, usdt)).toMatchObject({ delivery: 'send', recipient: { type: 'wallet', address } });
  expect(bodyOf(sent, { ...usdt, by_sending: false })).toMatchObject({ delivery: 'claim' });
  expect(bodyOf({ ...sent, rail: 'wallet' }, usdt)).toMatchObject({ delivery: 'claim', rail: 'wallet' });
  expect(createPayoutBody.safeParse(bodyOf(sent, usdt)).success).toBe(true);
});

test('nothing is asked about a draft before it has an amount and a whole address', () => {
  expect(previewBodyOf({ ...draft, amount: ' ' }, usdt)).toBeNull();
  expect(previewBodyOf({ ...draft, address: address.slice(0, 41) }, usdt)).toBeNull();
  expect(previewBodyOf({ ...draft, address: '', to: 'anyone' }, usdt)).toMatchObject({ amount: '25.00' });
});

test('a payout to a mailbox is asked about once its address looks like one', () => {
  const mailed = { ...draft, to: 'email' as const, email: ' ann@shop.example ' };
  expect(previewBodyOf({ ...mailed, email: 'ann@' }, usdt)).toBeNull();
  expect(previewBodyOf(mailed, usdt)?.recipient).toEqual({ type: 'email', email: 'ann@shop.example' });
});

test('every time that is offered is one that the API takes', () => {
  for (const [seconds] of expiries) createPayoutBody.shape.expires_in.parse(seconds);
});

test('two suggested references are two', () => {
  const now = new Date('2026-01-31T12:00:00Z');
  const some = Array.from({ length: 50 }, () => suggestReference(now, 'UTC'));
  expect(new Set(some).size).toBe(50);
  expect(some[0]).toMatch(/^desk-2026-01-31-[2-9a-z]{6}$/);
});
