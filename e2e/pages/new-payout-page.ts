import { expect, type Page } from '@playwright/test';

/** The form of a new payout as its reader knows it, and what stands in its place once the payout is made. */
export function newPayoutPage(page: Page, baseUrl = '') {
  const main = page.getByRole('main');
  const meaning = main.getByRole('region', { name: 'What it means' });
  const field = (name: string) => main.getByLabel(name, { exact: true });
  /** A radio button's name goes on with what there is to know about it. */
  const radio = (name: RegExp) => main.getByRole('radio', { name });
  const make = main.getByRole('button', { name: /^Make this payout/ });
  const address = field('Address of their wallet');
  const amount = field('Amount');
  const reference = field('Reference');

  return {
    main,
    meaning,
    make,
    address,
    amount,
    reference,
    field,
    radio,
    choose: (name: RegExp) => radio(name).check(),
    open: () => page.goto(`${baseUrl}/dashboard/payouts/new`),
    /** What is wrong with a field, as it says itself. */
    fault: async (control: ReturnType<typeof field>, words: string | RegExp) => {
      await expect(control).toHaveAttribute('aria-invalid', 'true');
      await expect(control).toHaveAccessibleDescription(words);
    },
    /** Waits until the portal has worked out what stands in the form. */
    worksOut: async (net: string) => {
      await expect(meaning).not.toHaveAttribute('aria-busy', 'true');
      await expect(meaning.getByText(net, { exact: true }).first()).toBeVisible();
    },
    made: (title = 'The payout is made') => expect(main.getByRole('heading', { level: 2, name: title })).toBeFocused(),
    /** The link that is shown this once. */
    link: async (): Promise<string> => (await main.locator('code').first().textContent()) ?? '',
    /** Copies the link, for which the browser must be allowed to. */
    copy: async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await main.getByRole('button', { name: 'Copy', exact: true }).click();
      await expect(main.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
    },
    toThePayout: main.getByRole('link', { name: 'I have stored it, on to the payout' }),
    another: main.getByRole('button', { name: 'Make another' }),
  };
}

export type NewPayoutPage = ReturnType<typeof newPayoutPage>;
