import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const sizes = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  desktop: { width: 1280, height: 800 },
} as const;
const themes = ['light', 'dark'] as const;

/** What axe has against the page, one line each. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`));
}

/** By how many pixels something reaches over the right edge: the page itself, or what can be pressed in a dialog. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const pressable = [...document.querySelectorAll('[role="dialog"] :is(button, a)')];
    return Math.max(scrollWidth, ...pressable.map((one) => one.getBoundingClientRect().right)) - clientWidth;
  });
}

async function picture(page: Page, folder: string, file: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: path.join(folder, `${file}-${size}.png`), fullPage: true, animations: 'disabled' });
  }
}

/**
 * What must hold for every screen: axe finds nothing in either theme, and nothing sticks out at 320 pixels. With
 * SCREENS_DIR set, pictures of it are left there in both themes and three sizes.
 */
export async function expectSoundScreen(page: Page, name: string): Promise<void> {
  await test.step(`The screen "${name}" is sound in both themes`, async () => {
    const usual = page.viewportSize() ?? sizes.desktop;
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // A page that is refreshed has no title for a moment; what is wrong with it stays wrong.
      await expect.poll(() => faultsOf(page), { message: `${name}, ${colorScheme}` }).toEqual([]);
      await pictures(page, `${name}-${colorScheme}`);
    }
    await page.setViewportSize(sizes.narrow);
    expect(await overhang(page), `${name} at 320 pixels`).toBeLessThanOrEqual(0);
    await page.setViewportSize(usual);
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  });
}

function pictures(page: Page, file: string): Promise<void> | undefined {
  const folder = process.env.SCREENS_DIR;
  if (!folder) return undefined;
  mkdirSync(folder, { recursive: true });
  return picture(page, folder, file);
}
