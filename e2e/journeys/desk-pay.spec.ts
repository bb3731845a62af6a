import { isHex } from 'viem';
import { payPage } from '@/e2e/pages/pay-page';
import { byDepth } from '@/e2e/support/depth';
import { deskOf } from '@/e2e/support/desk';
import { expect, test } from '@/e2e/support/journey';
import { byHand, inUsdt, payerAtDesk, statusOf } from '@/e2e/support/payer';
import { expectSoundScreen } from '@/e2e/support/screens';

test.describe.configure({ timeout: 180_000 });

// The browser's console names every refusal; these journeys meet them on purpose.
test.use({ expected: /responded with a status of 4(03|09|22)/ });

const several = byDepth({ quick: 4, deep: 20 });
const total = `${25 * several}.00 USDT`;

test.describe('with the demo wallet', () => {
  // One wallet with one nonce after the other.
  test.describe.configure({ mode: 'serial', timeout: 240_000 });

  test('the admin signs in by wallet, confirms by wallet, and pays one payout', async ({ page, world }) => {
    const pay = payPage(page);
    await deskOf(world.demo).proved(world.demo.wallets.admin.address);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a wallet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Demo wallet' }).click();
    await pay.demoSheet('Connect the demo wallet').getByRole('radio', { name: /Admin/ }).check();
    await pay.demoSheet('Connect the demo wallet').getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('button', { name: 'Sign in with this wallet' }).click();
    await pay.approveInDemoWallet('Sign a message');
    await page.waitForURL('**/dashboard');

    const payout = await byHand(world);
    await page.goto(`/dashboard/payouts/${payout.id}`);
    await page.getByRole('link', { name: 'Pay by hand' }).last().click();
    await expect(pay.row(payout.reference).getByRole('checkbox')).toBeChecked();
    await expectSoundScreen(page, 'pay-choose');
    await pay.button('Pay 1 payout').click();
    await pay.reviewed();
    await expect(pay.main.getByText(/^You send 25.00 USDT to 0x/)).toBeVisible();
    await expectSoundScreen(page, 'pay-review-one');
    await pay.pay('25.00 USDT');
    const stepUp = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await stepUp.getByRole('button', { name: /^Sign with 0x/ }).click();
    await stepUp.getByRole('button', { name: 'Confirm with Demo wallet' }).click();
    await pay.approveInDemoWallet('Sign a message');
    await expect(pay.demoSheet('Send to the network')).toBeVisible();
    await expectSoundScreen(page, 'pay-asking');
    await pay.approveInDemoWallet('Send to the network');
    await pay.paid();
    await expectSoundScreen(page, 'pay-paid');
    const paid = await world.merchant.payout(payout.id);
    expect(paid.status).toBe('completed');
    const { address = '0x' } = payout.recipient;
    expect(isHex(address) && (await world.chain.balanceOf(address))).toBe(inUsdt(25));
  });

  test('a payer signs in by code and pays several in one batch: one permission, one call', async ({ page, world }) => {
    const desk = deskOf(world.demo);
    const member = await desk.join('payer');
    const payouts = await Promise.all(Array.from({ length: several }, () => byHand(world)));
    await desk.signIn(page, member, '/dashboard/pay');
    const pay = payPage(page);
    await pay.open(payouts.map(({ id }) => id));
    await pay.begin(several, 'Demo wallet');
    await pay.demoSheet('Connect the demo wallet').getByRole('radio', { name: /Admin/ }).check();
    await pay.demoSheet('Connect the demo wallet').getByRole('button', { name: 'Connect' }).click();
    await pay.reviewed();
    await expect(pay.main.getByText(`Let the payout contract move exactly ${total} of yours.`)).toBeVisible();
    await expectSoundScreen(page, 'pay-review-several');
    await pay.pay(total);
    await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
    await expectSoundScreen(page, 'pay-step-up');
    await desk.stepUp(page, member);
    await pay.approveInDemoWallet('Send to the network');
    await expect(pay.step(/Confirm step 2 of 2/)).toBeVisible();
    await pay.approveInDemoWallet('Send to the network');
    await pay.paid();
    await expectSoundScreen(page, 'pay-paid-several');
    const paid = await Promise.all(payouts.map(({ id }) => world.merchant.payout(id)));
    expect(paid.map(({ status }) => status)).toEqual(Array.from({ length: several }, () => 'completed'));
    expect(new Set(paid.map(({ transfer }) => transfer?.hash)).size).toBe(1);
  });
});

test('a wallet that pays for the team for the first time signs once that it does, and is not asked again', async ({
  page,
  world,
}) => {
  const [first, second] = [await byHand(world), await byHand(world)];
  const { pay, wallet } = await payerAtDesk(world, page, { proved: false });
  await pay.review([first.id]);
  await expect(pay.main.getByText(/it first signs a message, once, which costs nothing/)).toBeVisible();
  await expectSoundScreen(page, 'pay-review-first-time');
  wallet.state.manner = 'reject';
  await pay.pay('25.00 USDT');
  await expect(pay.main.getByText(/You declined in the wallet\. Nothing was signed/)).toBeVisible();
  expect(await statusOf(world, first.id)()).toBe('pending');
  wallet.state.manner = 'send';
  await pay.pay('25.00 USDT');
  await pay.paid();
  await pay.reviewAgain([second.id]);
  await expect(pay.main.getByText('Your wallet asks you before anything is sent.')).toBeVisible();
  await pay.pay('25.00 USDT');
  await pay.paid();
  expect(wallet.state.sent).toHaveLength(2);
});

test('a tab that is closed right after signing loses nothing: the payout completes by itself', {
  tag: '@deep',
}, async ({ page, world }) => {
  const payout = await byHand(world);
  const { pay, wallet } = await payerAtDesk(world, page);
  wallet.state.manner = 'mute';
  await pay.review([payout.id]);
  await pay.pay('25.00 USDT');
  await expect.poll(() => wallet.state.sent.length).toBe(1);
  await page.close();
  await expect.poll(statusOf(world, payout.id), { timeout: 60_000 }).toBe('completed');
  expect((await world.merchant.payout(payout.id)).transfer?.hash).toBe(wallet.last().hash);
});

test('a page that is opened again shows what is under way, offers none of it, and sees it paid', async ({
  page,
  world,
}) => {
  const payout = await byHand(world);
  const { pay, wallet } = await payerAtDesk(world, page);
  wallet.state.manner = 'hold';
  await pay.review([payout.id]);
  await pay.pay('25.00 USDT');
  await expect(pay.main.getByText('Sent, waits for the network')).toBeVisible();
  await pay.open();
  const line = pay.openLine(payout.reference);
  await expect(line.getByText(/The network does not show it yet|the network does not show it yet/)).toBeVisible();
  await expect(pay.row(payout.reference)).toBeHidden();
  await expectSoundScreen(page, 'pay-under-way');
  await wallet.release();
  await expect(line).toBeHidden({ timeout: 60_000 });
  expect(await statusOf(world, payout.id)()).toBe('completed');
});

test('a no in the wallet frees the payout; an unclear answer keeps it, until a person says that nothing was signed', async ({
  page,
  world,
}) => {
  const payout = await byHand(world);
  const { pay, wallet } = await payerAtDesk(world, page);
  wallet.state.manner = 'reject';
  await pay.review([payout.id]);
  await pay.pay('25.00 USDT');
  await expect(pay.main.getByText(/You declined in your wallet. Nothing was signed/)).toBeVisible();
  await pay.reviewed();
  await expectSoundScreen(page, 'pay-declined');

  wallet.state.manner = 'fail';
  await pay.pay('25.00 USDT');
  await expect(pay.main.getByText(/Your wallet gave no clear answer/)).toBeVisible();
  await expectSoundScreen(page, 'pay-unclear');
  expect(await statusOf(world, payout.id)()).toBe('pending');
  await pay.button('I did not sign this').click();
  const question = page.getByRole('dialog', { name: `Was nothing signed for ${payout.reference}?` });
  await expect(question).toBeVisible();
  await expectSoundScreen(page, 'pay-unsigned');
  await question.getByRole('button', { name: 'Nothing was signed' }).click();
  await expect(pay.main.getByText('Not signed', { exact: true })).toBeVisible({ timeout: 60_000 });

  wallet.state.manner = 'send';
  await pay.reviewAgain([payout.id]);
  await pay.main.getByRole('checkbox', { name: /I looked into that wallet/ }).check();
  await pay.pay('25.00 USDT');
  await pay.paid();
  expect(wallet.state.sent).toHaveLength(1);
});

test('closing the tab in a run strands only what the wallet was shown; the rest is paid again at once', {
  tag: '@deep',
}, async ({ page, world }) => {
  const payouts = [await byHand(world), await byHand(world), await byHand(world)];
  const ids = payouts.map(({ id }) => id);
  const { pay, wallet, desk, member } = await payerAtDesk(world, page);
  await pay.review(ids);
  await pay.button('Sign them one by one instead').click();
  await pay.reviewed();
  wallet.state.manner = 'ponder';
  await pay.pay('75.00 USDT');
  await expect(pay.step('Confirm step 1 of 3 in your wallet')).toBeVisible();
  await page.goto('about:blank');
  await pay.open();
  const [shown, ...rest] = payouts;
  await expect(pay.openLine(shown?.reference ?? '')).toContainText('The wallet was asked, and its answer is not known');
  for (const { reference } of rest) await expect(pay.row(reference)).toBeVisible();
  await expectSoundScreen(page, 'pay-after-closed-tab');

  wallet.state.manner = 'send';
  await desk.confirmed(member);
  await pay.reviewAgain(rest.map(({ id }) => id));
  await pay.pay('50.00 USDT');
  await pay.paid();
  expect(await statusOf(world, ids[0] ?? '')()).toBe('pending');
});

test('a double click signs once', { tag: '@deep' }, async ({ page, world }) => {
  const payout = await byHand(world);
  const { pay, wallet } = await payerAtDesk(world, page);
  await pay.review([payout.id]);
  await pay.button('Pay 25.00 USDT').dblclick();
  await pay.paid();
  expect(wallet.state.sent).toHaveLength(1);
});

test('a wallet on another network is taken to the right one, and one that holds too little is refused in words', async ({
  page,
  world,
}) => {
  const small = await byHand(world);
  const large = await byHand(world, { amount: '5000.00' });
  const { pay, wallet } = await payerAtDesk(world, page, { tokens: 100n });
  wallet.state.chainId = 1;
  await pay.open([small.id, large.id]);
  await pay.begin(2);
  await expect(pay.step('The wallet does not hold enough')).toBeVisible();
  await expect(pay.main.getByText(/The wallet holds 100.00 USDT on Local chain; 5025.00 USDT is due/)).toBeVisible();
  await expectSoundScreen(page, 'pay-wallet-short');
  await pay.reviewAgain([small.id]);
  await expectSoundScreen(page, 'pay-wrong-network');
  await pay.button('Switch your wallet to Local chain').click();
  await pay.pay('25.00 USDT');
  await pay.paid();
  await expect.poll(statusOf(world, small.id)).toBe('completed');
  await world.merchant.cancel(large.id);
});

const lost = '0x000000000000000000000000000000000000dEaD';

test('a destination that would lose the money cannot be signed, and a doubtful one is accepted by hand', async ({
  page,
  world,
}) => {
  const { token, contract } = world.demo;
  const refused = [
    { ...(await byHand(world)), to: token.address, why: 'This is the address of a token, not of a wallet.' },
    { ...(await byHand(world)), to: contract, why: 'This is the payout contract.' },
    { ...(await byHand(world)), to: lost, why: 'Nothing comes back from this address.' },
  ];
  const doubtful = await byHand(world, {
    recipient: { type: 'wallet', address: '0x4e59b44847b379578588920cA78FbF26c0B4956C' },
  });
  const { pay, wallet, desk } = await payerAtDesk(world, page);
  // Making such a payout is refused; these stand there as if they had been made before that was so.
  await desk.inDatabase(async (sql) => {
    for (const { id, to } of refused) {
      await sql`update payouts set recipient_address = ${to.toLowerCase()} where id = ${id}`;
    }
  });
  await pay.review([...refused, doubtful].map(({ id }) => id));
  await expectSoundScreen(page, 'pay-destinations');
  const notes = pay.main.getByRole('list', { name: 'Destinations to look at' });
  for (const { reference, why } of refused) {
    await expect(pay.button(/^Pay /)).toHaveCount(0);
    const note = notes.getByRole('listitem').filter({ hasText: reference });
    await expect(note).toContainText(why);
    await note.getByRole('button', { name: 'Leave it out' }).click();
    await expect(note).toBeHidden();
  }
  await expect(pay.button('Pay 25.00 USDT')).toBeDisabled();
  await notes.getByRole('checkbox', { name: 'I checked this address with a source that I trust' }).check();
  await pay.pay('25.00 USDT');
  await pay.paid();
  expect(wallet.state.sent).toHaveLength(1);
  for (const { id } of refused) await world.merchant.cancel(id);
});
