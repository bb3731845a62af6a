import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { isDeep } from './depth';

const sizes = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  desktop: { width: 1280, height: 800 },
} as const;

const gallery = process.env.SCREENS_DIR;
/** Nothing but colours differs between the themes, and components/ui/tokens.test.ts holds these in both. */
const themes = isDeep ? (['light', 'dark'] as const) : (['light'] as const);

const violation = z.object({
  id: z.string(),
  help: z.string(),
  nodes: z.array(z.object({ target: z.array(z.unknown()) })),
});

/** The axe that the builder brings, in half of its size. */
const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What is looked at: an open dialog alone, since the page behind it is looked at by itself; in a deep run the page, too. */
const looked = isDeep ? 'document' : `document.querySelector('dialog:modal') ?? document`;

/** Asks the axe that stands in the page already, or brings it: an answer of the builder costs twice the processor's time. */
async function violationsOf(page: Page): Promise<unknown> {
  if (page.frames().length > 1) return (await new AxeBuilder({ page }).analyze()).violations;
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axeSource);
  return page.evaluate(`axe.run(${looked}, { resultTypes: ['violations'] }).then(({ violations }) => violations)`);
}

/** What axe has against the page, one line each. */
async function faultsOf(page: Page): Promise<string[]> {
  const violations = z.array(violation).parse(await violationsOf(page));
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
 * What must hold for every screen: axe finds nothing, in a deep run in either theme, and nothing sticks out at 320 pixels.
 * With SCREENS_DIR set, pictures of it are left there in both themes and three sizes.
 */
export async function expectSoundScreen(page: Page, name: string): Promise<void> {
  await test.step(`The screen "${name}" is sound`, async () => {
    const usual = page.viewportSize() ?? sizes.desktop;
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      // A page that is refreshed has no title for a moment; what is wrong with it stays wrong. A long page takes long to look at.
      const message = `${name}, ${colorScheme}`;
      await expect.poll(() => faultsOf(page), { message, timeout: 60_000 }).toEqual([]);
      await pictures(page, `${name}-${colorScheme}`);
    }
    await page.setViewportSize(sizes.narrow);
    expect(await overhang(page), `${name} at 320 pixels`).toBeLessThanOrEqual(0);
    await page.setViewportSize(usual);
    await page.emulateMedia({ colorScheme: null });
  });
}

function pictures(page: Page, file: string): Promise<void> | undefined {
  if (!gallery) return undefined;
  mkdirSync(gallery, { recursive: true });
  return picture(page, gallery, file);
}
