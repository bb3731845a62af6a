import { expect, type FrameLocator, type Page } from '@playwright/test';

export const testWallet = 'Test Wallet';
/** What the page's own button says: nothing is sent by it. */
export const beginLabel = 'Continue with a wallet';

/** The claim page as its reader knows it, by what it says and what can be pressed: alone, or in a frame of `page`. */
export function claimPage(page: Page, view: Page | FrameLocator = page) {
  const button = (name: string | RegExp) => view.getByRole('button', { name });
  const heading = view.locator('#claim-heading');
  /** The wallet step's own heading. */
  const step = view.getByRole('main').getByRole('heading', { level: 2 });
  const begin = button(beginLabel);
  /** The wallet step's, which has the wallet send. */
  const get = button(/^Get [\d.,\s]+ USDT$/);

  /** Presses the page's button and connects the wallet of that name. */
  async function connect(wallet = testWallet): Promise<void> {
    await begin.click();
    await view.getByRole('dialog').getByRole('button', { name: wallet }).click();
  }

  /**
   * Waits for a heading as a reader does who comes back to the page: it then asks at once instead of in a while. Comes back
   * more and more rarely, since each time has the portal draw the page once more.
   */
  async function comesTo(words: string | RegExp): Promise<void> {
    const comeBack = () => heading.evaluate((one) => one.ownerDocument.dispatchEvent(new Event('visibilitychange')));
    const stays = { ms: 200 };
    await expect(async () => {
      await comeBack();
      stays.ms = Math.min(2 * stays.ms, 2_000);
      await expect(heading).toHaveText(words, { timeout: stays.ms });
    }).toPass({ intervals: [100], timeout: 60_000 });
  }

  return {
    page,
    heading,
    step,
    begin,
    get,
    /** Any way to the money. */
    offer: begin.or(get),
    button,
    progress: view.getByRole('list').getByRole('listitem'),
    open: (url: string) => page.goto(url),
    connect,
    /** Connects and goes on until the last word before the wallet's own. */
    prepare: async () => {
      await connect();
      await expect(step).toHaveText('This is what will happen');
    },
    send: () => get.click(),
    comesTo,
    /** The money arrived, for good. */
    paid: () => comesTo('Paid'),
  };
}

export type ClaimPage = ReturnType<typeof claimPage>;
