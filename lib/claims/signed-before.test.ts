import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { signLink } from '@/examples/signer/sign-link';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { createPayoutBody } from '@/lib/payouts/schema';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { acceptQuote } from '@/lib/quotes/deals/accept-quote';
import { makeQuote } from '@/lib/quotes/deals/make-quote';
import { acceptQuoteBody, createQuoteBody } from '@/lib/quotes/schema';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { claimTypes, domainOf, keyHash, signClaim, signForKey, signWith } from '@/lib/rails/contract/voucher';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { revokeSignerCall } from '@/lib/vaults/calls';
import { ownSigner, signerRules } from '@/lib/vaults/signing/testing/own-signer';
import { claimPayout } from './claim';

const world = testWorld();
const link = privateKeyToAccount(generatePrivateKey());
const customer = demoAccount('customer').address;
let own: Awaited<ReturnType<typeof ownSigner>>;
beforeAll(async () => {
  own = await ownSigner(world);
});
afterAll(() => own.service.end());

let count = 0n;
const terms = (changed: object = {}) => ({
  ...{ chainId: 31337, contract: drawbridgeAddress, vault: demoAccount('vault').address, token: hex(testUsdtAddress) },
  ...{ claimKey: link.address, amount: 25_000_000n, fee: 500_000n, feeCollector: demoAccount('feeCollector').address },
  ...{
    payoutId: 2n ** 200n + ++count,
    deadline: Math.floor(world.system().clock.now().getTime() / 1000) + 3600,
    ...changed,
  },
});
type Terms = ReturnType<typeof terms>;

/** The recipient of a payout that the merchant's server signed before it makes it. */
const signed = async (of: Terms, key: `0x${string}` = own.key) => ({
  ...{ type: 'anyone', claim_key: of.claimKey },
  voucher: {
    ...{ payout_id: String(of.payoutId), deadline: of.deadline },
    signature: await signLink(key, of),
  },
});
const asked = () => own.service.log().length;

/** What the page does with what stands behind the #. */
async function nameFor({ token }: { token: string }) {
  const { facts } = await claimPayout(world.claimant(), token, { address: customer }).then(
    () => expect.unreachable(),
    (error) => error,
  );
  const message = { payout: facts.extra.payout_hash, recipient: customer } as const;
  return link.signTypedData({ domain: domainOf(31337), types: claimTypes, primaryType: 'Claim', message });
}

test('what the merchant’s signer signed before is paid to whom the key names, and nobody is asked to sign', async () => {
  const of = terms();
  const payout = await world.newPayout({ recipient: await signed(of) });
  expect(Date.parse(payout.expires_at)).toBe(of.deadline * 1000);
  const before = asked();
  await own.service.stop();
  const key_signature = await nameFor(payout);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer, key_signature });
  await world.send('other', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { recipient: customer } });
  await own.service.start();
  expect(asked()).toBe(before);
});

const other = demoAccount('other').address;
const lies: [string, object][] = [
  ['the vault', { vault: other }],
  ['the token', { token: other }],
  ['the amount', { amount: 24_999_999n }],
  ['the fee', { fee: 499_999n }],
  ['who gets the fee', { feeCollector: other }],
  ['the chain', { chainId: 1 }],
  ['the contract', { contract: other }],
  ['the key', { claimKey: other }],
  ['the number', { payoutId: 2n ** 201n }],
  ['the deadline', { deadline: 4_000_000_000 }],
];
test.each(lies)('a signature over other terms than the payout’s is refused: %s', async (_what, changed) => {
  const of = terms();
  const { voucher } = await signed({ ...of, ...changed });
  const recipient = {
    ...(await signed(of)),
    voucher: { ...voucher, payout_id: String(of.payoutId), deadline: of.deadline },
  };
  const refused = { code: 'voucher_refused', facts: { field: 'recipient.voucher.signature' } };
  await expect(world.newPayout({ recipient })).rejects.toMatchObject(refused);
});

test('another key’s signature, a number of the portal’s own or one that is taken, and a link without a key are refused', async () => {
  const make = (recipient: object) => world.newPayout({ recipient });
  const refused = (field: string) => ({ code: 'voucher_refused', facts: { field: `recipient.voucher.${field}` } });
  await expect(make(await signed(terms(), generatePrivateKey()))).rejects.toMatchObject(refused('signature'));
  await expect(make(await signed(terms({ payoutId: 2n ** 128n - 1n })))).rejects.toMatchObject(refused('payout_id'));
  const { voucher, ...rest } = await signed(terms());
  const tooLarge = { ...rest, voucher: { ...voucher, payout_id: String(2n ** 256n) } };
  await expect(make(tooLarge)).rejects.toMatchObject(refused('payout_id'));
  const taken = await signed(terms());
  await make(taken);
  await expect(make(taken)).rejects.toMatchObject(refused('payout_id'));
  const atOnce = await signed(terms());
  const made = await Promise.allSettled(Array.from({ length: 5 }, () => make(atOnce)));
  const codes = made.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(codes).toEqual(Array(4).fill('voucher_refused'));
  await expect(make(await signed(terms({ deadline: 1_700_000_000 })))).rejects.toMatchObject(refused('deadline'));
  const endless = await signed(terms({ deadline: Number.MAX_SAFE_INTEGER }));
  await expect(make(endless)).rejects.toMatchObject(refused('deadline'));
  const { claim_key: _key, ...bare } = await signed(terms());
  await expect(make(bare)).rejects.toMatchObject(refused('signature'));
});

test('validating says the same and makes nothing; what must be approved first is not taken', async () => {
  const recipient = await signed(terms());
  const given = { amount: '25.00', asset: 'USDT', chain: 'local', reference: 'signed-before' };
  const validate = (to: object) =>
    validatePayout(world.merchant(), createPayoutBody.parse({ ...given, recipient: to }));
  expect(await validate(recipient)).toMatchObject({ valid: true });
  await expect(validate(await signed(terms({ fee: 0n })))).rejects.toMatchObject({ code: 'voucher_refused' });
  const rule = { chain: 'local', asset: 'USDT', one_from: '20.00', two_from: null, new_destination: false } as const;
  await saveApprovalRule(world.member('owner'), rule);
  await expect(validate(recipient)).rejects.toMatchObject({ code: 'voucher_refused' });
  await saveApprovalRule(world.member('owner'), { ...rule, one_from: null });
});

test('from its making on it is cancelled by the chain alone, or by its deadline', async () => {
  const of = terms();
  const payout = await world.newPayout({ recipient: await signed(of) });
  const answer = await cancelPayout(world.merchant(), payout.id);
  expect(answer).toMatchObject({ status: 'pending', cancellation: { on_chain: { word: String(of.payoutId >> 8n) } } });
  expect(Date.parse(answer.cancellation?.effective_at ?? '')).toBeGreaterThanOrEqual(of.deadline * 1000);
});

test('where the vault has another signer by then and the former one is revoked, the new one is asked', async () => {
  const reference = 'signed-by-the-former';
  const payout = await world.newPayout({ reference, recipient: await signed(terms()) });
  const former = own;
  own = await ownSigner(world);
  await former.service.end();
  const { address } = privateKeyToAccount(former.key);
  await world.send('vault', revokeSignerCall(demoAccount('vault').address, address, [testUsdtAddress]));
  await world.mine();
  own.service.rules({ ...signerRules(), links_file: own.service.links({ [reference]: link.address }) });
  const key_signature = await nameFor(payout);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer, key_signature });
  await world.send('other', transfer);
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { recipient: customer } });
});

test('a number that the contract has used is refused, and one that made its own payout is none', async () => {
  const of = terms();
  const recipient = await signed(of);
  const refused = { code: 'voucher_refused', facts: { field: 'recipient.voucher.payout_id' } };
  await world.burnIds(of.payoutId >> 8n, 1n << (of.payoutId & 255n));
  await expect(world.newPayout({ recipient })).rejects.toMatchObject(refused);
  const again = { reference: 'signed-and-paid', recipient: await signed(terms()) };
  const payout = await world.newPayout(again);
  const key_signature = await nameFor(payout);
  const { transfer } = await claimPayout(world.claimant(), payout.token, { address: customer, key_signature });
  await world.send('other', transfer);
  await world.mine();
  await expect(world.newPayout(again)).rejects.toMatchObject({ code: 'reference_taken' });
});

/** What the vault's signer signed before, as the chain has to know it. */
const factsOf = (of: Terms) => ({
  ...{ chain: 'local' as const, vault: of.vault.toLowerCase(), token: of.token.toLowerCase(), gross: of.amount },
  ...{ fee: of.fee, feeCollector: of.feeCollector.toLowerCase(), claimId: of.payoutId },
});

test('who is paid with it past the portal is whom the key named, and the payout is completed', async () => {
  const of = terms();
  const recipient = await signed(of);
  const payout = await world.newPayout({ recipient });
  const until = new Date(of.deadline * 1000);
  const message = { payout: keyHash(factsOf(of), link.address, until), recipient: customer } as const;
  const signature = await link.signTypedData({
    ...{ domain: domainOf(31337), types: claimTypes, primaryType: 'Claim', message },
  });
  const by = { key: link.address, recipient: customer, signature };
  const before = async () => ({ ok: true as const, signature: hex(recipient.voucher.signature) });
  const call = await signForKey(factsOf(of), by, until, before);
  await world.send('other', 'call' in call ? call.call : expect.unreachable());
  await world.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { recipient: customer } });
});

test('who is paid past the key, as by a stolen signer, is in doubt, and the payout is not completed', async () => {
  const of = terms();
  const payout = await world.newPayout({ recipient: await signed(of) });
  const call = await signClaim(factsOf(of), other, new Date(of.deadline * 1000), signWith(own.key));
  await world.send('other', 'call' in call ? call.call : expect.unreachable());
  await world.settle();
  const doubted = { status: 'unknown', failure_code: 'recipient_not_signed_for' };
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: doubted });
});

test('a quote is accepted for what was signed before of its amounts, and refused for what was signed of others', async () => {
  await sayRates(world.database.db, { JPY: '0.0065' }, world.system().clock.now());
  const yen = { display: { currency: 'JPY', amount: '5000' }, asset: 'USDT', chain: 'local' };
  const { id } = await makeQuote(world.merchant(), createQuoteBody.parse(yen));
  const accept = async (of: Terms) =>
    acceptQuote(world.merchant(), id, acceptQuoteBody.parse({ reference: 'quoted', recipient: await signed(of) }));
  await expect(accept(terms())).rejects.toMatchObject({ code: 'voucher_refused' });
  const of = terms({ amount: 32_500_000n });
  const made = await accept(of);
  expect(made).toMatchObject({ amount: '32.50', display: { quote_id: id } });
  expect(Date.parse(made.expires_at)).toBe(of.deadline * 1000);
});
