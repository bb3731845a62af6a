import { pad } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import { merchantAssets, vaults } from '@/db/schema';
import { savePolicy } from '@/lib/access/policies/policies';
import type { PolicyBody } from '@/lib/access/policies/schema';
import { newId } from '@/lib/kernel/ids';
import { park } from '@/lib/obstacles/park';
import { readMoney } from '@/lib/payouts/terms/read-money';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { offerQuote } from '@/lib/quotes/deals/offer-quote';
import { takeQuote } from '@/lib/quotes/deals/take-quote';
import { insertQuote } from '@/lib/quotes/store';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { offerProof, proveBySignature } from './prove';

const world = testWorld();
const other = { chain: 'sepolia', asset: 'USDC' } as const;
const display = { currency: 'JPY', amount: '5000' };
const refusal = (code: string) => expect.objectContaining({ code });
const saysYes = '0x631626ba7e60e01b60005260206000f3';

beforeAll(async () => {
  const { db } = world.database;
  const terms = { fee: 200_000n, minimum: 1_000_000n, maximum: 10n ** 10n };
  await db.insert(merchantAssets).values({ merchantId: world.merchantId, chain: 'sepolia', symbol: 'USDC', ...terms });
  const [vault] = await db.select().from(vaults);
  const { number: _number, ...copied } = vault ?? expect.unreachable();
  const namespace = BigInt(`0x${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`);
  await db.insert(vaults).values({ ...copied, id: newId('vault'), chain: 'sepolia', namespace });
  await sayRates(db, { JPY: '0.0065', USDC: '1' }, world.system().clock.now());
});

const inYen = (given: object = {}) =>
  world.newPayout({ recipient: { type: 'anyone' }, amount: undefined, display, options: [other], ...given });
const take = (token: string, quote: string) => takeQuote(world.claimant(), token, { quote });
/** As it is offered where the other network can be looked at. */
async function quoted(payoutId: string): Promise<string> {
  const asked = { ...other, rail: 'contract', fee_payer: 'recipient', display: { ...display, spread_bps: 0 } } as const;
  const { quote } = await readMoney(world.system(), world.merchantId, asked);
  const row = { ...(quote ?? expect.unreachable()), payoutId };
  return (await world.database.db.transaction((tx) => insertQuote(tx, row))).id;
}

test('a contract that has signed for a payout on one network is not paid at the same address on another', async () => {
  const wallet = pad('0xc0de78', { size: 20, dir: 'right' });
  await world.rpc('anvil_setCode', [wallet, saysYes]);
  const { id, token } = await inYen({ recipient: { type: 'wallet', address: wallet, prove: 'signature' } });
  const quote = await quoted(id);
  const { message } = await offerProof(world.claimant(), token, { address: wallet });
  await proveBySignature(world.claimant(), token, { address: wallet, message, signature: `0x${'12'.repeat(65)}` });
  await expect(take(token, quote)).rejects.toThrow(refusal('asset_unavailable'));
  await expect(offerQuote(world.claimant(), token, other)).rejects.toThrow(refusal('asset_unavailable'));
  expect(await view(world, id)).toMatchObject({ chain: 'local', asset: 'USDT' });
});

test('a payout that a screening keeps says so after its claimant chose another asset, and one whose vault was empty does not', async () => {
  const [listed, short] = [await inYen(), await inYen()];
  await park(world.system(), { merchantId: world.merchantId, id: listed.id }, 'screening');
  await park(world.system(), { merchantId: world.merchantId, id: short.id }, 'funds');
  await take(listed.token, await quoted(listed.id));
  await take(short.token, await quoted(short.id));
  expect(await view(world, listed.id)).toMatchObject({ chain: 'sepolia', obstacle: { cause: 'screening' } });
  expect(await view(world, short.id)).toMatchObject({ chain: 'sepolia', obstacle: null });
});

const policy = (assets: PolicyBody['assets']) =>
  savePolicy(world.member('owner'), 'key_test', {
    ...{ assets, recipients: null, wallets: [], mail_domains: [], ip_ranges: [] },
  });
const usdt = (max_payout: string | null) => ({ chain: 'local' as const, asset: 'USDT', max_payout, max_day: null });

test('what a claimant may choose counts against the day of the API key in each asset, also at one moment', async () => {
  await policy([usdt(null), { ...other, max_payout: null, max_day: '100.00' }]);
  const made = await Promise.allSettled(Array.from({ length: 6 }, () => inYen()));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toEqual(Array.from({ length: 3 }, () => refusal('key_day_limit')));
});

test('no quote offers more than the API key of its payout may pay at once; what has come to less is offered', async () => {
  await policy([usdt('33.00'), { ...other, max_payout: null, max_day: null }]);
  const { token } = await inYen();
  await world.passTime(121);
  await sayRates(world.database.db, { JPY: '0.0067', USDC: '1' }, world.system().clock.now());
  await expect(offerQuote(world.claimant(), token, {})).rejects.toThrow(refusal('amount_too_large'));
  await policy([usdt('10.00'), { ...other, max_payout: null, max_day: null }]);
  await sayRates(world.database.db, { JPY: '0.0064', USDC: '1' }, world.system().clock.now());
  expect(await offerQuote(world.claimant(), token, {})).toMatchObject({ amount: '32.00' });
});
