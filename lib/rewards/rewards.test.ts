import { expect, test } from 'vitest';
import { keyPolicies } from '@/db/schema';
import { byDepth } from '@/db/testing/depth';
import { testPortal } from '@/lib/http/testing/test-portal';
import { payOut, takeBack } from '@/lib/orders/testing/play-chain';
import { ratio, upFrom } from '@/lib/rates/ratio';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { admitReward, reverseReward } from './decide';
import { createRewardSourceBody } from './schema';
import { changeRewardSource, createRewardSource, deleteRewardSource, listRewardSources } from './sources';
import { earnToken, signed } from './testing/earn';
import { rewardDesk } from './testing/reward-desk';
import { listRewards } from './view';
import { worthOf } from './worth';

const portal = testPortal();
const desk = rewardDesk(portal);
const { merchant, newSource, earner, redeem, coinsOf, view, tell } = desk;
const reason = { reason: 'A test says so' };
const rewardsOf = async (user: string) => (await listRewards(merchant(), { user, limit: 25 })).data;
const payoutsOf = async (user: string) => (await view(user)).redemptions.map(({ payout }) => payout.id);
const key = (id: string) => ({ merchantId: desk.owner().merchantId, id });
const system = () => desk.context({ kind: 'system', job: 'test' });

test('coins become one payout of what they are worth, with their posting, and what rounding leaves stays with the user', async () => {
  const source = await newSource({ rate: { coins: 3, amount: '0.01' }, round_to: 2 });
  const user = await earner(source, 1001);
  expect((await view(user)).purses[0]).toMatchObject({ coins: '1001', worth: { amount: '3.33', coins: '999' } });
  const redeemed = await redeem(user, { reference: 'reward-1' });
  expect(redeemed).toMatchObject({
    user,
    coins: '999',
    coins_left: '2',
    payout: { amount: '3.33', reference: 'reward-1' },
  });
  expect(redeemed.payout.claim_url).toMatch(/\/p\/[\w-]{43}$/);
  expect(redeemed.payout.metadata).toMatchObject({ user_uuid: user, coin_amount: '999' });
  expect((await view(user)).redemptions).toMatchObject([
    { status: 'open', coins: '999', payout: { id: redeemed.payout.id } },
  ]);
  await desk.expectRightBooks();
});

const runs = byDepth({ quick: 1_000, deep: 10_000 });
test(`of ${runs} random rates no coin is worth more than its ratio, and the coins taken are the fewest`, () => {
  for (let run = 1; run <= runs; run++) {
    const of = (most: number) => BigInt(1 + ((run * 7919 + most) % most));
    const rate = { rateCoins: of(9_973), rateAmount: of(99_991), places: run % 7, decimals: 6 };
    const coins = of(1_000_003);
    const { amount, coins: taken } = worthOf(coins, rate);
    const least = amount * rate.rateCoins;
    expect(amount % 10n ** BigInt(6 - Math.min(6, rate.places))).toBe(0n);
    expect([taken * rate.rateAmount >= least, taken <= coins]).toEqual([true, true]);
    expect(taken).toBe(upFrom(ratio(least, rate.rateAmount)));
  }
});

test('twenty who redeem at once make one payout, and so does a request that is repeated', async () => {
  const user = await earner(await newSource(), 50_000);
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => redeem(user, { coins: 2_000 })));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const codes = tries.filter((one) => one.status === 'rejected').map(({ reason: refusal }) => refusal.code);
  expect(new Set(codes)).toEqual(new Set(['redemption_open']));
  const [id = ''] = await payoutsOf(user);
  await expect(redeem(user)).rejects.toMatchObject({ code: 'redemption_open', facts: { extra: { payout_id: id } } });
  expect([await payoutsOf(user), await coinsOf(user)]).toEqual([[id], '48000']);

  const other = await earner(await newSource(), 5_000);
  const ctx = { ...merchant(), requestKey: 'one key' };
  const answers = await Promise.all([redeem(other, {}, ctx), redeem(other, {}, ctx)]);
  expect(new Set(answers.map(({ payout }) => payout.id)).size).toBe(1);
  await payOut(system(), key(answers[0]?.payout.id ?? ''));
  await tell({ id: answers[0]?.source ?? '' }, signed({ user_uuid: other }));
  expect((await redeem(other, {}, ctx)).payout.id).toBe(answers[0]?.payout.id);
  expect(await coinsOf(other)).toBe('100');
});

test('a payout of coins that is still open is named, however many of other coins came after it', async () => {
  const [first, second] = [await newSource(), await newSource()];
  const user = await earner(first, 5_000);
  await tell(second, signed({ user_uuid: user, coin_amount: '2000' }));
  const { payout: open } = await redeem(user, { source: first.id });
  for (let turn = 0; turn < 50; turn++) {
    const { payout } = await redeem(user, { source: second.id });
    await cancelPayout(merchant(), payout.id);
  }
  const { purses, redemptions } = await view(user);
  expect(redemptions.map(({ payout }) => payout.id)).not.toContain(open.id);
  expect(Object.fromEntries(purses.map((purse) => [purse.source, purse.open_redemption]))).toEqual({
    [first.id]: open.id,
    [second.id]: null,
  });
});

test('the link of a redemption is made again for no key that may not pay its recipient', async () => {
  const user = await earner(await newSource(), 5_000);
  const ctx = { ...merchant(), requestKey: 'an answer that was lost' };
  const { payout } = await redeem(user, {}, ctx);
  const { merchantId, keyId } = desk.owner();
  const policy = { keyId, merchantId, recipients: ['wallet' as const], updatedAt: ctx.clock.now() };
  await portal.db.insert(keyPolicies).values(policy);
  await expect(redeem(user, {}, ctx)).rejects.toMatchObject({ code: 'key_recipient_refused' });
  await portal.db.delete(keyPolicies);
  expect((await redeem(user, {}, ctx)).payout.id).toBe(payout.id);
});

test('a request that is repeated finds its payout, too, where its user has other coins by now, for 30 days', async () => {
  const source = await newSource();
  const user = await earner(source, 2_000);
  const ctx = { ...merchant(), requestKey: 'repeated' };
  const first = await redeem(user, {}, ctx);
  await tell(source, signed({ user_uuid: user, currency: 'Gems', coin_amount: '3000' }));
  expect((await redeem(user, {}, ctx)).payout.id).toBe(first.payout.id);
  await payOut(system(), key(first.payout.id));
  desk.passTime(30 * 86_400);
  expect((await redeem(user, { currency: 'Gems' }, ctx)).payout.id).not.toBe(first.payout.id);
});

test('a payout of coins that its merchant signed before is refused, as that would be paid besides', async () => {
  const user = await earner(await newSource(), 2_000);
  const signature = `0x${'11'.repeat(64)}1b`;
  const voucher = { payout_id: (2n ** 128n).toString(), deadline: Math.floor(Date.now() / 1000) + 3_600, signature };
  for (const claim_key of [undefined, `0x${'ab'.repeat(20)}`]) {
    const asked = redeem(user, { recipient: { type: 'anyone', claim_key, voucher } });
    await expect(asked).rejects.toMatchObject({ code: 'recipient_unsupported', facts: { field: 'recipient.voucher' } });
  }
  expect([await coinsOf(user), await payoutsOf(user)]).toEqual(['2000', []]);
});

test('a refused payout takes no coins', async () => {
  const source = await newSource();
  const user = await earner(source, 400);
  await expect(redeem(user)).rejects.toMatchObject({ code: 'amount_too_small' });
  await tell(source, signed({ user_uuid: user, coin_amount: '4600' }));
  await redeem(await earner(source, 5_000), { reference: 'taken' });
  await expect(redeem(user, { reference: 'taken' })).rejects.toMatchObject({ code: 'reference_taken' });
  await expect(redeem(user, { coins: 5_001 })).rejects.toMatchObject({ code: 'coins_short' });
  const wallet = { type: 'wallet', address: `0x${'0'.repeat(40)}` };
  await expect(redeem(user, { recipient: wallet })).rejects.toMatchObject({ code: 'address_refused' });
  expect([await coinsOf(user), await payoutsOf(user)]).toEqual(['5000', []]);
  await expect(redeem('nobody')).rejects.toMatchObject({ code: 'not_found' });
});

test('a payout that is cancelled or runs out gives its coins back once, and one that was paid does not', async () => {
  const source = await newSource();
  const user = await earner(source, 5_000);
  const first = await redeem(user);
  await cancelPayout(merchant(), first.payout.id);
  await cancelPayout(merchant(), first.payout.id);
  expect(await coinsOf(user)).toBe('5000');
  await redeem(user, { expires_in: 60 });
  desk.passTime(61);
  await lapsePayouts(system(), 'local');
  await lapsePayouts(system(), 'local');
  expect(await coinsOf(user)).toBe('5000');
  const paid = await redeem(user);
  await payOut(system(), key(paid.payout.id));
  await lapsePayouts(system(), 'local');
  const { redemptions } = await view(user);
  expect(redemptions.map(({ status }) => status)).toEqual(['paid', 'returned', 'returned']);
  expect(await coinsOf(user)).toBe('0');
  await desk.expectRightBooks();
});

test('a payout that was paid and failed after all gives its coins back, and takes them again when it is paid again', async () => {
  const source = await newSource();
  const user = await earner(source, 5_000);
  const { payout } = await redeem(user);
  await payOut(system(), key(payout.id));
  await takeBack(system(), key(payout.id));
  await takeBack(system(), key(payout.id));
  expect(await coinsOf(user)).toBe('5000');
  const second = await redeem(user, { coins: 3_000 });
  await payOut(system(), key(payout.id));
  expect(await coinsOf(user)).toBe('-3000');
  await expect(redeem(user)).rejects.toMatchObject({ code: 'redemption_open' });
  await cancelPayout(merchant(), second.payout.id);
  expect(await coinsOf(user)).toBe('0');
  await desk.expectRightBooks();
});

test('a reward is taken back once, also after it was redeemed: then its user is below zero until they earn more', async () => {
  const source = await newSource();
  const user = await earner(source, 5_000);
  const { payout } = await redeem(user);
  const [reward] = await rewardsOf(user);
  const id = reward?.id ?? '';
  const tries = await Promise.all(Array.from({ length: 5 }, () => reverseReward(merchant(), id, reason)));
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set(['reversed']));
  expect(await coinsOf(user)).toBe('-5000');
  await payOut(system(), key(payout.id));
  await tell(source, signed({ user_uuid: user, coin_amount: '5400' }));
  await expect(redeem(user, { coins: 500 })).rejects.toMatchObject({ code: 'coins_short' });
  expect(await coinsOf(user)).toBe('400');
  // What was taken back was booked, so its repetition is still taken.
  const { trans_uuid = '' } = reward ?? {};
  expect(await tell(source, signed({ user_uuid: user, coin_amount: '5000', trans_uuid }))).toEqual({
    received: true,
    duplicate: true,
  });
  expect(await coinsOf(user)).toBe('400');
  await desk.expectRightBooks();
});

test('what a user earns above the cap of a day is held until a person lets it in or takes it back', async () => {
  const source = await newSource({ max_earned_per_day: 1_000 });
  const user = await earner(source, 800);
  for (const coin_amount of ['300', '100']) await tell(source, signed({ user_uuid: user, coin_amount }));
  expect((await view(user)).purses).toMatchObject([{ coins: '800', held: '400' }]);
  const held = (await rewardsOf(user)).filter(({ status }) => status === 'held');
  expect(held.map(({ coins }) => coins)).toEqual(['100', '300']);
  await admitReward(merchant(), held[1]?.id ?? '', reason);
  await admitReward(merchant(), held[1]?.id ?? '', reason);
  await reverseReward(merchant(), held[0]?.id ?? '', reason);
  await expect(admitReward(merchant(), held[0]?.id ?? '', reason)).rejects.toMatchObject({ code: 'reward_state' });
  expect((await view(user)).purses).toMatchObject([{ coins: '1100', held: '0', earned: '1200', reversed: '100' }]);
  await reverseReward(merchant(), held[1]?.id ?? '', reason);
  expect(await coinsOf(user)).toBe('800');
  desk.passTime(86_400);
  await tell(source, signed({ user_uuid: user, coin_amount: '900' }));
  expect(await coinsOf(user)).toBe('1700');
  await desk.expectRightBooks();
});

test('a user redeems no more on a day than the source allows, and no fewer than it asks for', async () => {
  const source = await newSource({ max_redeemed_per_day: 3_000, minimum_coins: 1_500 });
  const user = await earner(source, 50_000);
  await expect(redeem(user, { coins: 3_001 })).rejects.toMatchObject({ code: 'coins_capped' });
  await expect(redeem(user, { coins: 1_499 })).rejects.toMatchObject({ code: 'coins_short' });
  const first = await redeem(user);
  expect(first).toMatchObject({ coins: '3000', payout: { amount: '3.00' } });
  await payOut(system(), key(first.payout.id));
  await expect(redeem(user)).rejects.toMatchObject({ code: 'coins_capped' });
  desk.passTime(86_400);
  expect(await redeem(user, { coins: 2_000 })).toMatchObject({ coins: '2000' });
});

test('a user with several kinds of coins says which, and another merchant sees none of them', async () => {
  const source = await newSource();
  const user = await earner(source, 2_000);
  await tell(source, signed({ user_uuid: user, currency: 'Gems', coin_amount: '3000' }));
  await expect(redeem(user)).rejects.toMatchObject({ code: 'invalid_request', facts: { field: 'currency' } });
  expect(await redeem(user, { currency: 'Gems' })).toMatchObject({ coins: '3000' });
  const stranger = await portal.newMerchant();
  const ctx = desk.context({
    kind: 'api_key',
    ...stranger,
    scopes: ['payouts:read', 'payouts:write', 'webhooks:write'],
  });
  await expect(redeem(user, { currency: 'Coins' }, ctx)).rejects.toMatchObject({ code: 'not_found' });
  const [reward] = await rewardsOf(user);
  await expect(reverseReward(ctx, reward?.id ?? '', reason)).rejects.toMatchObject({ code: 'not_found' });
  await expect(changeRewardSource(ctx, source.id, {})).rejects.toMatchObject({ code: 'not_found' });
  expect((await listRewards(ctx, { limit: 25 })).data).toEqual([]);
});

test('a source shows the address to paste once with its names, and its token only where we made it', async () => {
  const body = { asset: 'USDT', chain: 'local', rate: { coins: '1000', amount: '1.00' } };
  const parameters = { user_uuid: 'uid', sid: 'sig', placement: 'where' };
  const ctx = { ...merchant(), requestKey: 'a source' };
  const made = await createRewardSource(ctx, createRewardSourceBody.parse({ ...body, parameters }));
  expect(made.template).toContain(`/api/hooks/adjoe/${made.id}?sig={sid}&trans_uuid={trans_uuid}&uid={user_uuid}&`);
  expect(made.template).toMatch(/&where=\{placement\}/);
  expect(made.token).toMatch(/^[\w-]{43}$/);
  const again = () => createRewardSource(ctx, createRewardSourceBody.parse({ ...body, parameters }));
  expect(await again()).toEqual(made);
  const listed = (await listRewardSources(merchant())).data.find(({ id }) => id === made.id);
  expect(listed).not.toHaveProperty('token');
  for (const names of [{ user_uuid: 'sid' }, { nothing: 'x' }, { user_uuid: 'a', sid: 'a' }]) {
    const asked = createRewardSource(merchant(), createRewardSourceBody.parse({ ...body, parameters: names }));
    await expect(asked).rejects.toMatchObject({ code: 'invalid_request', facts: { field: 'parameters' } });
  }
});

test('a request for a source makes another one once its first is removed, or 30 days have gone by', async () => {
  const body = { asset: 'USDT', chain: 'local', rate: { coins: '1000', amount: '1.00' } };
  const ctx = { ...merchant(), requestKey: 'the same source' };
  const make = async () => (await createRewardSource(ctx, createRewardSourceBody.parse(body))).id;
  const first = await make();
  await deleteRewardSource(merchant(), first);
  const second = await make();
  expect(await make()).toBe(second);
  desk.passTime(30 * 86_400 + 1);
  expect(new Set([first, second, await make()]).size).toBe(3);
});

test('a replaced token proves callbacks for a day, and a source that is removed takes none, while its users keep their coins', async () => {
  const source = await newSource();
  const user = await earner(source, 5_000);
  await changeRewardSource(merchant(), source.id, { token: 'another-token', rate: { coins: 1, amount: '0.01' } });
  // A change whose answer was lost is sent again.
  await changeRewardSource(merchant(), source.id, { token: 'another-token' });
  await changeRewardSource(merchant(), source.id, {});
  const by = (secret: string) => tell(source, signed({ user_uuid: user }, secret));
  await by(earnToken);
  await by('another-token');
  desk.passTime(86_401);
  await expect(by(earnToken)).rejects.toMatchObject({ code: 'signature_invalid' });
  await by('another-token');
  await deleteRewardSource(merchant(), source.id);
  await expect(by('another-token')).rejects.toMatchObject({ code: 'not_found' });
  expect(await redeem(user)).toMatchObject({ coins: '5300', payout: { amount: '53.00' } });
});
