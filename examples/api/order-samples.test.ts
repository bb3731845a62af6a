import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { linkBuyer } from '@/lib/orders/clock/change-seller';
import { clockWorld } from '@/lib/orders/clock/testing/clock-world';
import { createOrder } from '@/lib/orders/create';
import { createOrderBody } from '@/lib/orders/schema';
import { sayRates } from '@/lib/quotes/testing/say-rates';
import { earn, newRewardSource } from '@/lib/rewards/testing/earn';
import { listRewards } from '@/lib/rewards/view';
import { sampleWorld } from './testing/samples';

const { world, runSample } = sampleWorld();
const { delivered } = clockWorld(world);

test.each([
  ['create-quote.sh', /"display":\{"currency":"JPY","amount":"5000"\},"wallet":\{"currency":"USDT","amount":"32\.50"/],
  ['create-quote.ts', /^qu_\w+ 32\.00 \d{4}-\S+Z\n$/],
  ['view-quote.sh', /"status":"open"/],
  ['view-quote.ts', /^open 13\/2000\n$/],
  ['accept-quote.sh', /"net":"32\.00".*"claim_url":"http:/],
  ['accept-quote.ts', /^po_\w+ 32\.00 http\S+\n$/],
])('%s does what it shows, with a quote', async (file, output) => {
  await sayRates(world.database.db, { JPY: '0.0065' }, new Date());
  const QUOTE_ID = JSON.parse(await runSample('create-quote.sh')).id;
  expect(await runSample(file, { QUOTE_ID })).toMatch(output);
});

test.each([
  ['create-reward-source.sh', /"template":"http\S+sig=\{sid\}&trans_uuid=\{trans_uuid\}&uid=\{user_uuid\}&/],
  ['create-reward-source.ts', /^http\S+\/api\/hooks\/adjoe\/rws_\w+\?\S+ [\w-]{43}\n$/],
  ['list-reward-sources.sh', /"data":\[\{"id":"rws_/],
  ['list-reward-sources.ts', /^rws_\w+ 1000 1\.00 USDT$/m],
  ['view-reward-user.sh', /"coins":"5000","earned":"5000"/],
  ['view-reward-user.ts', /^5000 Coins 5\.00 USDT\n$/],
  ['list-rewards.sh', /"coins":"5000","status":"booked"/],
  ['list-rewards.ts', /^rw_\w+ 5000 Coins booked\n$/],
  ['redeem-coins.sh', /"coins":"2000","coins_left":"3000","payout":\{"id":"po_/],
  ['redeem-coins.ts', /^2000 3000 2\.00 http\S+\/p\/[\w-]{43}\n$/],
  ['reverse-reward.sh', /"status":"reversed"/],
  ['reverse-reward.ts', /^reversed\n$/],
  ['admit-reward.sh', /"status":"booked"/],
  ['admit-reward.ts', /^booked\n$/],
  ['change-reward-source.sh', /"rate":\{"coins":"900","amount":"1\.00"\}/],
  ['change-reward-source.ts', /^900 1\.00\n$/],
  ['delete-reward-source.sh', /^$/],
  ['delete-reward-source.ts', /^204\n$/],
])('%s does what it shows with what a user earned', async (file, expected) => {
  const source = await newRewardSource(world.merchant());
  const user = `user-${file}`;
  await earn(world.claimant(), source, { user_uuid: user, coin_amount: '5000' });
  const [reward] = (await listRewards(world.merchant(), { user, limit: 1 })).data;
  const more = { REWARD_SOURCE_ID: source.id, REWARD_USER: user, REWARD_ID: reward?.id ?? '' };
  expect(await runSample(file, more)).toMatch(expected);
});

test.each([
  ['quote-claim.sh', /"accepted":true,"display":\{"currency":"JPY","amount":"5000"\}/],
  ['quote-claim.ts', /^32\.00 USDT \d{4}-\S+Z\n$/],
  ['accept-claim-quote.sh', /"accepted":true/],
  ['accept-claim-quote.ts', /^true 32\.00 USDT\n$/],
])('%s does what it shows, with a payout in another currency', async (file, output) => {
  await sayRates(world.database.db, { JPY: '0.0065' }, new Date());
  const display = { currency: 'JPY', amount: '5000' };
  const { token } = await world.newPayout({ recipient: { type: 'anyone' }, amount: undefined, display });
  const QUOTE_ID = JSON.parse(await runSample('quote-claim.sh', { CLAIM_TOKEN: token })).id;
  expect(await runSample(file, { CLAIM_TOKEN: token, QUOTE_ID })).toMatch(output);
});

test.each([
  ['view-order-link.sh', /"stage":"running"/],
  ['view-order-link.ts', /^running \d{4}-\S+Z\n$/],
  ['extend-order.sh', /"extended":true/],
  ['extend-order.ts', /^\d{4}-\S+Z\n$/],
  ['object-to-order.sh', /"stage":"disputed"/],
  ['object-to-order.ts', /^disputed\n$/],
])('%s does what it says with the link of an order', async (file, expected) => {
  const { id } = await delivered();
  const { url } = await linkBuyer(world.merchant(), id);
  expect(await runSample(file, { ORDER_TOKEN: url.split('/o/')[1] ?? '' })).toMatch(expected);
});

test.each([
  ['view-order-settings.sh', /"grace_days":\d+/],
  ['view-order-settings.ts', /^\d+ \{ digital: \d+ \}\n$/],
  ['save-order-settings.sh', /"grace_days":10/],
  ['save-order-settings.ts', /^10 \{ digital: 2 \}\n$/],
])('%s does what it says with how long orders wait', async (file, expected) => {
  expect(await runSample(file)).toMatch(expected);
});

test('the samples about the seller of a purchase do what they show', async () => {
  const { data } = JSON.parse(await runSample('pay-seller.sh'));
  const TASK_ID = data.providerPaymentId;
  expect(await runSample('pay-seller.ts')).toBe(`${TASK_ID} pending releasing 107.50\n`);
  expect(await runSample('view-payment.sh', { TASK_ID })).toMatch(/"status":"pending","escrowState":"releasing"/);
  expect(await runSample('view-payment.ts', { TASK_ID })).toBe('pending releasing null\n');
});

const unfunded = (reference: string) =>
  createOrderBody.parse({
    ...{ reference, amount: '120.00', asset: 'USDT', chain: 'local' },
    ...{ buyer: { id: 'b' }, seller: { id: 's', email: 's@example.com' } },
  });

test.each([
  ['link-buyer.sh', /"url":"http\S+\/o\/[\w-]{43}"/],
  ['link-buyer.ts', /^http\S+\/o\/[\w-]{43}\n$/],
  ['change-seller.sh', /"pending_address":\{"address":"0x/],
  ['change-seller.ts', /^0x\w{40} \d{4}-\S+Z\n$/],
])('%s does what it says with an order that was delivered', async (file, expected) => {
  const { id } = await delivered({ seller: { id: 's', address: demoAccount('other').address } });
  expect(await runSample(file, { ORDER_ID: id })).toMatch(expected);
});

test.each(['sh', 'ts'])('the samples of orders do what they show, as .%s', async (kind) => {
  const sample = (name: string, ORDER_ID = '') => runSample(`${name}.${kind}`, { ORDER_ID });
  const idIn = (text: string) => /or_\w+/.exec(text)?.[0] ?? '';
  const created = await sample('create-order');
  expect(created).toContain('funded');
  const steps: [name: string, output: string | RegExp][] = [
    ['list-orders', /or_\w+/],
    ['view-order', 'funded'],
    ['fund-order', 'funded'],
    ['deliver-order', 'delivered'],
    ['hold-order', 'on_hold'],
    ['resume-order', 'delivered'],
    ['dispute-order', 'disputed'],
    ['resolve-order', /"side":"release".*"side":"refund"|^release po_\w+ \S+\nrefund po_/],
  ];
  for (const [name, output] of steps) expect(await sample(name, idIn(created))).toMatch(output);
  const { id } = await createOrder(world.merchant(), unfunded(`parts-${kind}`));
  expect(await sample('fund-order', id)).toContain('funded');
  expect(await sample('release-order', id)).toContain('releasing');
  expect(await sample('refund-order', id)).toContain('releasing');
});

test.each(['sh', 'ts'])('an order that is not funded is cancelled by cancel-order.%s', async (kind) => {
  const { id } = await createOrder(world.merchant(), unfunded(`not-funded-${kind}`));
  expect(await runSample(`cancel-order.${kind}`, { ORDER_ID: id })).toContain('cancelled');
});

test('the samples about gateways do what they show', async () => {
  await world.database.sql`update gateway_assets set ended_at = now()`;
  const GATEWAY_ID = JSON.parse(await runSample('create-gateway.sh')).id;
  const of = { GATEWAY_ID };
  expect(await runSample('list-gateways.sh')).toContain(GATEWAY_ID);
  expect(await runSample('list-gateways.ts')).toContain(`${GATEWAY_ID} active USDT local 10000.00\n`);
  expect(await runSample('view-gateway.sh', of)).toMatch(/"fault":null/);
  expect(await runSample('view-gateway.ts', of)).toBe('active works\n');
  expect(await runSample('update-gateway.sh', of)).toMatch(/"username":"admin"/);
  expect(await runSample('update-gateway.ts', of)).toBe('active admin\n');
  expect(await runSample('disable-gateway.sh', of)).toBe('');
  expect(await runSample('create-gateway.ts')).toMatch(/^gw_\w+ http\S+\/api\/hooks\/shkeeper\/src_\w+\n$/);
  const [, again = ''] = /"id":"(gw_\w+)"/.exec(await runSample('list-gateways.sh')) ?? [];
  expect(await runSample('disable-gateway.ts', { GATEWAY_ID: again })).toBe('disabled\n');
});
