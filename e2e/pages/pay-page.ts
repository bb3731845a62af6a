import { expect, type Page } from '@playwright/test';
import { testWallet } from './claim-page';

/** The page for paying by hand as its reader knows it, by what it says and what can be pressed; of which portal. */
export function payPage(page: Page, baseUrl = '') {
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  /** The heading of the step at hand. */
  const step = (name: string | RegExp) => main.getByRole('heading', { level: 2, name });
  const demoSheet = (name: string) => page.getByRole('dialog', { name });

  return {
    page,
    main,
    button,
    step,
    open: (ids: readonly string[] = []) =>
      page.goto(`${baseUrl}/dashboard/pay${ids.length > 0 ? `?payouts=${ids.join(',')}` : ''}`),
    row: (reference: string) => main.getByRole('row').filter({ hasText: reference }),
    underWay: main.getByRole('list', { name: 'Payments under way' }),
    /** Takes what is chosen, and connects the wallet of that name where none is. */
    begin: async (count: number, wallet = testWallet) => {
      await button(count === 1 ? 'Pay 1 payout' : `Pay ${count} payouts`).click();
      await page.getByRole('dialog').getByRole('button', { name: wallet }).click();
    },
    reviewed: () => expect(step('This is what you will sign')).toBeVisible(),
    pay: (what: string) => button(`Pay ${what}`).click(),
    paid: () => expect(main.getByRole('region', { name: 'Paid' })).toBeVisible({ timeout: 60_000 }),
    demoSheet,
    approveInDemoWallet: (title: string) => demoSheet(title).getByRole('button', { name: 'Approve' }).click(),
  };
}

export type PayPage = ReturnType<typeof payPage>;
