import type { Language } from '@/db/vocabulary/mails';
import { directionOf } from '@/lib/words/locale';

/** A mail as a page, in the merchant's colours: one column, no script, nothing fetched but the merchant's own picture. */
export type PageFacts = {
  language: Language;
  name: string;
  logoUrl: string | null;
  accentColor: string | null;
  /** Paragraphs; the button or the code, where there is one, stands after the first. */
  lines: readonly string[];
  button?: { label: string; url: string };
  code?: string;
};

const defaultAccent = '#1f5f4a';
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** Black or white, whichever reads better on this colour. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#111111' : '#ffffff';
}

function middleOf({ button, code }: PageFacts, accent: string): string {
  const style = `background:${accent};color:${inkOn(accent)};padding:14px 24px;border-radius:8px;text-decoration:none`;
  if (button)
    return `<p><a href="${inHtml(button.url)}" style="${style};display:inline-block;font-weight:600">${inHtml(button.label)}</a></p>`;
  if (code === undefined) return '';
  return `<p dir="ltr" style="font:600 28px/1.4 ui-monospace,monospace;letter-spacing:2px">${inHtml(code)}</p>`;
}

export function recipientPage(facts: PageFacts): string {
  const { language, name, logoUrl, lines } = facts;
  const accent = /^#[0-9a-f]{6}$/i.test(facts.accentColor ?? '') ? (facts.accentColor ?? defaultAccent) : defaultAccent;
  const picture = logoUrl
    ? `<img src="${inHtml(logoUrl)}" alt="" height="40" style="display:block;margin-bottom:12px">`
    : '';
  const [first = '', ...rest] = lines.map((line) => `<p>${inHtml(line)}</p>`);
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><body style="margin:0;background:#f4f4f2;color:#1c1c1a">',
    '<div style="max-width:520px;margin:0 auto;padding:32px 24px;background:#ffffff;font:16px/1.5 system-ui,sans-serif">',
    `${picture}<p style="font-weight:600"><bdi>${inHtml(name)}</bdi></p>`,
    `${first}${middleOf(facts, accent)}${rest.join('')}</div></body></html>`,
  ].join('');
}
