import { expect, type Page } from '@playwright/test';
import { directionOf, type Language } from '@/lib/words/locale';

/** Amounts, addresses, hashes and mail addresses that stand bare among words: these would run the wrong way. */
export function bareValues(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const value = /\d[\d.,\s]*\s?[A-Z]{3,5}\b|0x[0-9a-f]{4,}|\S+@\S+/i;
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const bare: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? '';
      const isApart =
        walker.currentNode.parentElement?.closest('bdi, time, noscript, style, script, [dir="ltr"]') ||
        /[\u2066-\u2068]/.test(text);
      if (value.test(text) && !isApart) bare.push(text);
    }
    return bare;
  });
}

/** What reaches over either edge of the page, by its words and by how many pixels; nothing where the page fits. */
function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const leaves = [...document.body.querySelectorAll('*')].filter((one) => one.children.length === 0);
    const out = leaves.flatMap((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const over = Math.max(right - clientWidth, -left);
      return width > 1 && over > 0 ? [`${one.tagName} "${one.textContent}" by ${Math.ceil(over)}`] : [];
    });
    return out.length > 0 ? out : [`the page by ${scrollWidth - clientWidth}`];
  });
}

/** What holds for a page in any language: it says which it is, keeps values apart, and fits a screen of 320 pixels. */
export async function expectSpoken(page: Page, language: Language): Promise<void> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', language);
  await expect(html).toHaveAttribute('dir', directionOf(language));
  // Where all runs from left to right, nothing turns.
  expect(directionOf(language) === 'ltr' ? [] : await bareValues(page), language).toEqual([]);
  expect(await overhang(page), `${language} at 320 pixels`).toEqual([]);
}

/** The same with letters of twice the size, as some readers have them, on a screen of `width` pixels. */
export async function expectRoomForLargeLetters(page: Page, language: Language, width = 640): Promise<void> {
  const usual = page.viewportSize() ?? { width: 320, height: 640 };
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await overhang(page), `${language} at 200 % of ${width} pixels`).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(usual);
}
