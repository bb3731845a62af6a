import { languages } from '@/db/vocabulary/mails';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { expectRoomForLargeLetters, expectSpoken } from '@/e2e/support/spoken';
import { walletOn } from '@/e2e/support/wallet';
import { languageNames } from '@/lib/words/languages';
import { wordsIn } from '@/lib/words/words-in';

test.describe('on the smallest screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the claim page speaks every language, in its direction, and nothing sticks out', async ({
    page,
    claim,
    world,
  }) => {
    const { claim_url: url } = await world.merchant.createPayout({
      amount: '9876.50',
      recipient: { type: 'anyone' },
    });
    for (const language of languages) {
      await claim.open(`${url}?lang=${language}`);
      await expect(page).toHaveTitle(`${wordsIn(language)('claim.title')} · Drawbridge`);
      await expectSpoken(page, language);
    }
  });
});

test('a reader chooses their language on the page; the next link speaks it, and what the address asked is kept', async ({
  page,
  claim,
  world,
}) => {
  const [one, other] = await Promise.all([world.merchant.createPayout(), world.merchant.createPayout()]);
  await claim.open(`${one.claim_url}?k=mine`);
  await page.getByText('English', { exact: true }).first().click();
  await page.getByRole('link', { name: languageNames.fa }).click();
  await expect(claim.heading).toHaveText(wordsIn('fa')('claim.ready.heading'));
  expect(new URL(page.url()).searchParams.get('k')).toBe('mine');
  await claim.open(other.claim_url);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await claim.open(`${other.claim_url}?lang=en`);
  await expect(claim.heading).toHaveText('Ready for you');
});

test.describe('in a browser that wishes for Arabic', () => {
  test.use({ locale: 'ar-EG' });

  test('the words that come with the wallet are Arabic, too', async ({ context, page, claim, world }) => {
    const say = wordsIn('ar');
    const { chain, merchant } = world;
    await walletOn(chain, [await chain.newcomer()]).install(context);
    await claim.open((await merchant.createPayout()).claim_url);
    await expect(claim.heading).toHaveText(say('claim.ready.heading'));
    await expectSoundScreen(page, 'ready-ar');
    await claim.button(say('claim.do.continue')).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click();
    await expect(claim.step).toHaveText(say('wallet.preview.heading'));
    await expectSoundScreen(page, 'preview-ar');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the language is chosen by a link', async ({ page, claim, world }) => {
    await claim.open((await world.merchant.createPayout()).claim_url);
    await page.getByText('English', { exact: true }).first().click();
    await page.getByRole('link', { name: languageNames.es }).click();
    await expect(claim.heading).toHaveText(wordsIn('es')('claim.ready.heading'));
  });
});

test.describe('every screen that a link leads to', () => {
  test.use({ viewport: { width: 320, height: 640 }, expected: /status of 404/ });

  for (const language of languages) {
    test(`is sound in ${language} @deep`, async ({ context, page, claim, world }) => {
      const { chain, merchant, demo } = world;
      const say = wordsIn(language);
      const customer = await chain.newcomer();
      await walletOn(chain, [customer]).install(context);
      const [paid, cancelled, approval] = await Promise.all([
        merchant.createPayout(),
        merchant.createPayout(),
        merchant.createPayout({ recipient: { type: 'wallet', address: customer.address } }),
      ]);
      await merchant.cancel(cancelled.id);
      const sound = async (name: string, width?: number) => {
        await expectSpoken(page, language);
        await expectSoundScreen(page, `${name}-${language}`);
        await expectRoomForLargeLetters(page, language, width);
      };
      for (const [name, url, width] of [
        ['bound', approval.claim_url, 320],
        ['cancelled', cancelled.claim_url, 320],
        ['unknown', `${demo.baseUrl}/p/nothing`, 320],
        ['no-receipt', `${paid.claim_url}/receipt`, 640],
      ] as const) {
        await claim.open(`${url}?lang=${language}`);
        await sound(name, width);
      }
      await claim.open(`${paid.claim_url}?lang=${language}`);
      await claim.button(say('claim.do.continue')).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click();
      await expect(claim.step).toHaveText(say('wallet.preview.heading'));
      await sound('preview');
      await claim.button(/24[.,]50/).click();
      await claim.comesTo(say('claim.completed.heading'));
      await sound('paid');
      await claim.open(`${paid.claim_url}/receipt?lang=${language}`);
      await sound('receipt');
    });
  }
});
