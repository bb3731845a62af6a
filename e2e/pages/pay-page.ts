import { expect, type Page } from '@playwright/test';
import { testWallet } from './claim-page';

/** The page for paying by hand as its reader knows it, by what it says and what can be pressed; of which portal. */
export function payPage(page: Page, baseUrl = '') {
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  /** The heading of the step at hand. */
  const step = (name: string | RegExp) => main.getByRole('heading', { level: 2, name });
  const demoSheet = (name: string) => page.getByRole('dialog', { name });

  const open = (ids: readonly string[] = []) =>
    page.goto(`${baseUrl}/dashboard/pay${ids.length > 0 ? `?payouts=${ids.join(',')}` : ''}`);
  const choose = (count: number) => button(count === 1 ? 'Pay 1 payout' : `Pay ${count} payouts`).click();
  /** Takes what is chosen, and connects the wallet of that name where none is. */
  async function begin(count: number, wallet = testWallet): Promise<void> {
    await choose(count);
    await page.getByRole('dialog').getByRole('button', { name: wallet }).click();
  }
  const underWay = main.getByRole('list', { name: 'Payments under way' });
  const reviewed = () => expect(step('This is what you will sign')).toBeVisible();

  return {
    page,
    main,
    button,
    step,
    open,
    begin,
    reviewed,
    /** From the list to what would be signed for these, with the wallet of that name. */
    review: async (ids: readonly string[], wallet = testWallet) => {
      await open(ids);
      await begin(ids.length, wallet);
      await reviewed();
    },
    /** The same while the wallet is connected. */
    reviewAgain: async (ids: readonly string[]) => {
      await open(ids);
      await choose(ids.length);
      await reviewed();
    },
    row: (reference: string) => main.getByRole('row').filter({ hasText: reference }),
    /** What was signed on this page and is not decided yet. */
    signed: main.getByRole('region', { name: 'What you signed just now', exact: true }),
    /** What is under way of one payout, on a page that was opened again. */
    openLine: (reference: string) => underWay.getByRole('listitem').filter({ hasText: reference }),
    pay: (what: string) => button(`Pay ${what}`).click(),
    paid: () => expect(main.getByRole('region', { name: 'Paid' })).toBeVisible({ timeout: 60_000 }),
    demoSheet,
    approveInDemoWallet: (title: string) => demoSheet(title).getByRole('button', { name: 'Approve' }).click(),
  };
}

export type PayPage = ReturnType<typeof payPage>;
