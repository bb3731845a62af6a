import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { checksumAddress } from '@/lib/chains/address';
import { createPayoutBody } from '@/lib/payouts/schema';
import { testWorld } from '@/lib/payouts/testing/world';
import { createPayout } from './create';
import { validatePayout } from './validate';

const world = testWorld();
const customer = demoAccount('customer').address;
const contract = checksumAddress('0xc0de00000000000000000000000000000000c0de');
const burnt = '0x000000000000000000000000000000000000dEaD';

const bodyOf = (given: object = {}) =>
  createPayoutBody.parse({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'wallet', address: customer } },
    ...{ reference: 'not-there-yet', ...given },
  });
const validate = (given: object = {}) => validatePayout(world.merchant(), bodyOf(given));
const codes = async (given: object = {}) => (await validate(given)).warnings.map(({ code }) => code);

/** Every table with rows of its own, so that nothing that a validation might leave is missed. */
async function rowsOfAll(): Promise<Record<string, string>> {
  const { sql } = world.database;
  const tables = await sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const counts = tables.map(async ({ name }) => {
    const [row] = await sql`select count(*)::text as n from ${sql(name)}`;
    return [name, row?.n];
  });
  return Object.fromEntries(await Promise.all(counts));
}

beforeAll(() => world.rpc('anvil_setCode', [contract, '0x60006000fd']));

test('what can be made is said to be, with its money and its vault, and nothing at all is written', async () => {
  const before = await rowsOfAll();
  expect(await validate()).toEqual({
    ...{ valid: true, amount: '25.00', fee: '0.50', net: '24.50', approvals_needed: 0, warnings: [] },
    network_cost: null,
    coverage: { state: 'funded', payable: '1000000.00', obstacle: null },
  });
  expect(await validate({ fee_payer: 'merchant' })).toMatchObject({ amount: '25.00', net: '25.00' });
  expect((await validate({ rail: 'wallet' })).coverage).toBeNull();
  expect(await rowsOfAll()).toEqual(before);
});

test.each([
  ['an amount that is none', { amount: '1e3' }],
  ['too many decimals', { amount: '1.0000001' }],
  ['too small an amount', { amount: '0.10' }],
  ['too large an amount', { amount: '10000.01' }],
  ['an asset that is not set up', { asset: 'USDC' }],
  ['an address where money is lost', { recipient: { type: 'wallet', address: burnt } }],
  ['an address that is mistyped', { recipient: { type: 'wallet', address: customer.replace('f', 'F') } }],
  ['sending, on a rail that a person pays', { delivery: 'send', rail: 'wallet' }],
  [
    'sending what waits for a signature',
    { delivery: 'send', recipient: { type: 'wallet', address: customer, prove: 'signature' } },
  ],
  ['sending to anyone', { delivery: 'send', recipient: { type: 'anyone' } }],
  ['anyone, on a rail that needs a wallet', { recipient: { type: 'anyone' }, rail: 'wallet' }],
])('%s is refused in the words of create', async (_what, given) => {
  const refusalOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'accepted',
      ({ code, facts }) => ({ code, facts }),
    );
  const refused = await refusalOf(validate(given));
  expect(refused).toMatchObject({ code: expect.any(String) });
  expect(refused).toEqual(await refusalOf(createPayout(world.merchant(), bodyOf(given))));
});

test('a reference that is taken is refused as create refuses it, and another merchant’s is not taken', async () => {
  const made = await world.newPayout({ reference: 'taken' });
  const refused = { code: 'reference_taken', facts: { field: 'reference', extra: { payout_id: made.id } } };
  await expect(validate({ reference: 'taken' })).rejects.toMatchObject(refused);
  await expect(createPayout(world.merchant(), bodyOf({ reference: 'taken' }))).rejects.toMatchObject(refused);
});

test('those who may make no payouts may not validate one, either', async () => {
  await expect(validatePayout(world.member('viewer'), bodyOf())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(validatePayout(world.claimant(), bodyOf())).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('what would hold it up is a warning: a contract, a rule that nobody can satisfy, an empty vault', async () => {
  expect(await codes({ recipient: { type: 'wallet', address: contract } })).toEqual(['contract']);
  await saveApprovalRule(world.member('owner'), {
    ...{ chain: 'local', asset: 'USDT', one_from: '100.00', two_from: null, new_destination: false },
  });
  const large = await validate({ amount: '100.00' });
  expect([large.approvals_needed, large.warnings[0]?.code]).toEqual([1, 'approvers_missing']);
  await world.drainVault();
  const short = await validate();
  expect(short.coverage).toEqual({ state: 'short', payable: '0.00', obstacle: 'funds' });
  expect(short.warnings.map(({ code }) => code)).toEqual(['vault_obstructed']);
  await world.fillVault();
});
