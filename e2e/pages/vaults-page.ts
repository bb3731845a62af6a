import { expect, type Page } from '@playwright/test';
import { testWallet } from './claim-page';

/** The page of the vaults as its reader knows it, by what it says and what can be pressed; of which portal. */
export function vaultsPage(page: Page, baseUrl = '') {
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  /** The form that is open, from what is wanted to the network's word that it is so. */
  const form = (name: string) => main.getByRole('region', { name });
  const allowanceForm = form('Allowance in USDT');
  const seePreview = () => button('See what would be signed').click();

  return {
    page,
    main,
    button,
    form,
    allowanceForm,
    open: () => page.goto(`${baseUrl}/dashboard/vaults`),
    /** What stands under one name, such as `Allowance`, with its note. */
    figure: (name: string) =>
      main.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) }),
    wantAllowance: async (amount: string) => {
      await button(/(Grant an|Change the) allowance/).click();
      await allowanceForm.getByLabel('The contract may take, in all').fill(amount);
      await seePreview();
    },
    seePreview,
    /** What changes, as the preview has it: the name, now, afterwards. */
    expectChange: (name: string, before: string | RegExp, after: string) =>
      expect(main.getByRole('row').filter({ hasText: name }).getByRole('cell')).toHaveText([name, before, after]),
    sign: () => button(`Sign with ${testWallet}`).click(),
    /** What the open form says went wrong; the page itself may have something to say, too. */
    alert: allowanceForm.getByRole('alert'),
  };
}

export type VaultsPage = ReturnType<typeof vaultsPage>;
