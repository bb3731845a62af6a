import { beforeEach, expect, test } from 'vitest';
import { auditLines } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { removePolicy, savePolicy } from '@/lib/access/policies/policies';
import { type PolicyBody, policyBody } from '@/lib/access/policies/schema';
import { deliverOrder } from '@/lib/orders/deliver';
import { refundOrder, releaseOrder } from '@/lib/orders/release';
import { resolveOrder } from '@/lib/orders/resolve';
import { disputeOrder, holdOrder, resumeOrder } from '@/lib/orders/stop';
import { orderWorld } from '@/lib/orders/testing/order-world';
import { changeRecipient } from '@/lib/payouts/mails/change-recipient';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { testWorld } from '@/lib/payouts/testing/world';
import { changeSeller } from './change-seller';
import { releaseDue } from './release-due';

const world = testWorld();
const { newOrder } = orderWorld(world);
const key = () => world.merchant();
const owner = () => world.member('owner');
const state = { references: 0 };

const customer = demoAccount('customer').address;
const other = demoAccount('other').address;
const none: PolicyBody = { assets: null, recipients: null, wallets: [], mail_domains: [], ip_ranges: [] };
const usdt = (max_payout: string | null, max_day: string | null): Partial<PolicyBody> => ({
  assets: [{ chain: 'local', asset: 'USDT', max_payout, max_day }],
});
const limit = (given: Partial<PolicyBody>) => savePolicy(owner(), 'key_test', { ...none, ...given });

const bodyOf = (given: Record<string, unknown> = {}) => {
  state.references += 1;
  const recipient = { type: 'anyone' };
  const asked = { amount: '60.00', asset: 'USDT', chain: 'local', recipient, reference: `limited-${state.references}` };
  return createPayoutBody.parse({ ...asked, ...given });
};
const pay = (given: Record<string, unknown> = {}, ctx = key()) => createPayout(ctx, bodyOf(given));
const refusal = (code: string, field?: string) => ({ code, facts: expect.objectContaining({ field }) });
const toMailbox = (email: string) => ({ recipient: { type: 'email', email } });

beforeEach(async () => {
  await world.database.sql`truncate key_spends`;
  await world.database.sql`truncate key_policies cascade`;
});

test('parallel requests of one key cannot exceed its day together, and a day later it may pay again', async () => {
  await limit(usdt(null, '300.00'));
  const made = await Promise.allSettled(Array.from({ length: 12 }, () => pay()));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(new Set(refused.map(({ code, facts }) => `${code} ${facts.field} ${facts.extra.left}`))).toEqual(
    new Set(['key_day_limit amount 0.00']),
  );
  await pay({}, owner());
  await world.passTime(86_400);
  await pay();
});

test('a payout of more than a key may pay at once, of another asset or to another recipient is refused at its field', async () => {
  await limit({
    ...usdt('50.00', null),
    recipients: ['wallet', 'email'],
    wallets: [customer],
    mail_domains: ['example.com'],
  });
  const to = (address: string) => ({ amount: '50.00', recipient: { type: 'wallet', address } });
  await expect(pay({ ...to(customer), amount: '50.01' })).rejects.toMatchObject(refusal('key_payout_limit', 'amount'));
  await expect(pay({ ...to(customer), fee_payer: 'merchant' })).rejects.toMatchObject(
    refusal('key_payout_limit', 'amount'),
  );
  await expect(pay(to(other))).rejects.toMatchObject(refusal('key_recipient_refused', 'recipient.address'));
  await expect(pay({ amount: '50.00' })).rejects.toMatchObject(refusal('key_recipient_refused', 'recipient.type'));
  await expect(pay({ amount: '9.00', ...toMailbox('ann@sub.example.com') })).rejects.toMatchObject(
    refusal('key_recipient_refused', 'recipient.email'),
  );
  await expect(validatePayout(key(), bodyOf(to(other)))).rejects.toMatchObject(
    refusal('key_recipient_refused', 'recipient.address'),
  );
  await pay(to(customer));
  await pay({ amount: '9.00', ...toMailbox('ann@Example.com') });
  await limit({ assets: [{ chain: 'ethereum', asset: 'USDC', max_payout: null, max_day: null }] });
  await expect(pay()).rejects.toMatchObject(refusal('key_asset_refused', 'asset'));
});

test('a key that may be used from some addresses only lets nothing leave from elsewhere', async () => {
  await limit({ ip_ranges: ['203.0.113.0/24', '2001:db8::/32'] });
  const from = (address: string | null): Context => ({ ...key(), origin: { address, userAgent: null } });
  await expect(pay({}, from('198.51.100.7'))).rejects.toMatchObject({ code: 'key_ip_refused' });
  await expect(pay({}, from(null))).rejects.toMatchObject({ code: 'key_ip_refused' });
  await pay({}, from('203.0.113.9'));
  await pay({}, from('2001:db8:1::9'));
});

test('a link that opens another’s payout, and another mailbox for it, count as if the key had made it', async () => {
  const [open, mailed] = [await pay({}, owner()), await pay(toMailbox('ann@example.com'), owner())];
  await limit({ ...usdt(null, '100.00'), mail_domains: ['example.com'] });
  await reissueLink(key(), mailed.id);
  await reissueLink(key(), open.id);
  await reissueLink(key(), open.id);
  const to = (email: string) => ({ email, notify: true }) as const;
  await expect(changeRecipient(key(), mailed.id, to('ann@elsewhere.example'))).rejects.toMatchObject(
    refusal('key_recipient_refused', 'email'),
  );
  await expect(changeRecipient(key(), mailed.id, to('bob@example.com'))).rejects.toMatchObject({
    code: 'key_day_limit',
  });
  await expect(reissueLink(key(), (await pay({}, owner())).id)).rejects.toMatchObject({ code: 'key_day_limit' });
});

test('every verb that lets an order pay counts it once within a day', async () => {
  await limit(usdt(null, '250.00'));
  const verbs: ((ctx: Context, id: string) => Promise<unknown>)[] = [
    (ctx, id) => deliverOrder(ctx, id, {}),
    (ctx, id) => releaseOrder(ctx, id, {}),
    (ctx, id) => refundOrder(ctx, id, {}),
    (ctx, id) => changeSeller(ctx, id, { address: other }),
    async (ctx, id) => {
      await disputeOrder(ctx, id, { reason: 'By chance' });
      await resolveOrder(ctx, id, { release: '60.00', refund: '40.00' });
    },
    async (ctx, id) => {
      await deliverOrder(owner(), id, {});
      await holdOrder(ctx, id, { reason: 'By chance' });
      await resumeOrder(ctx, id);
    },
  ];
  for (const verb of verbs) {
    await world.database.sql`truncate key_spends`;
    const orders = [await newOrder(), await newOrder(), await newOrder()];
    await verb(key(), orders[0]?.id ?? '');
    await verb(key(), orders[1]?.id ?? '');
    await expect(verb(key(), orders[2]?.id ?? '')).rejects.toMatchObject({ code: 'key_day_limit' });
  }
  await world.database.sql`truncate key_spends`;
  const { id } = await newOrder();
  await deliverOrder(key(), id, {});
  await releaseOrder(key(), id, {});
  expect(await world.database.sql`select amount::text from key_spends`).toMatchObject([{ amount: '100000000' }]);
});

test('whom an order pays is refused when the key names them, and what it let pay is paid by the clock without it', async () => {
  await limit({ ...usdt(null, '100.00'), wallets: [customer] });
  await expect(newOrder({ seller: { id: 'seller-1', address: other } })).rejects.toMatchObject(
    refusal('key_recipient_refused', 'seller.address'),
  );
  const { id } = await newOrder({ grace_days: 0 });
  await expect(changeSeller(key(), id, { address: other })).rejects.toMatchObject(
    refusal('key_recipient_refused', 'address'),
  );
  await deliverOrder(key(), id, {});
  await pay({}, owner());
  await releaseDue(world.system());
  expect(await world.database.sql`select status from orders where id = ${id}`).toMatchObject([{ status: 'releasing' }]);
});

test('a policy is set and taken away at the desk by who may make keys, with a fresh proof, and the audit tells both sides', async () => {
  const stale = { ...owner(), actor: { ...owner().actor, steppedUpAt: null } };
  await expect(savePolicy(stale, 'key_test', none)).rejects.toMatchObject({ code: 'step_up_required' });
  await expect(savePolicy(world.member('payer'), 'key_test', none)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(limit({ recipients: ['email'], wallets: [customer] })).rejects.toMatchObject({
    code: 'invalid_request',
  });
  await expect(limit(usdt('0.0000001', null))).rejects.toMatchObject(
    refusal('amount_too_precise', 'assets.0.max_payout'),
  );
  await limit(usdt('5.00', '10.00'));
  await limit({ ...usdt(null, '20.00'), ip_ranges: ['203.0.113.7/32'] });
  await removePolicy(owner(), 'key_test');
  await pay();
  const lines = await world.database.db.select().from(auditLines).orderBy(auditLines.id);
  expect(lines.filter(({ action }) => action.startsWith('api_key.')).slice(-2)).toMatchObject([
    {
      action: 'api_key.limited',
      before: { assets: 'USDT on local: 5.00 at once, 10.00 a day', ip_ranges: 'all' },
      after: { assets: 'USDT on local: any amount at once, 20.00 a day', ip_ranges: '203.0.113.7/32' },
    },
    { action: 'api_key.unlimited', before: { assets: 'USDT on local: any amount at once, 20.00 a day' } },
  ]);
});

test.each([
  [{ assets: [] }, 'assets'],
  [{ recipients: [] }, 'recipients'],
  [{ mail_domains: ['example'] }, 'mail_domains'],
  [{ ip_ranges: ['203.0.113.0/33'] }, 'ip_ranges'],
  [{ wallets: ['0x1'] }, 'wallets'],
])('%j is no policy', (given, field) => {
  const read = policyBody.safeParse({ ...none, ...given });
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test('addresses and domains are kept in the one form in which they are compared', () => {
  const given = { ...none, mail_domains: ['Example.COM'], ip_ranges: [' 203.0.113.7 ', '2001:DB8::1'] };
  expect(policyBody.parse(given)).toMatchObject({
    mail_domains: ['example.com'],
    ip_ranges: ['203.0.113.7/32', '2001:db8::1/128'],
  });
});
