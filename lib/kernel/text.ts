import { z } from 'zod';

/**
 * The one rule for text that people and programs give us. It is kept composed (NFC), without blanks around it and with
 * plain ones inside, and holds nothing that cannot be seen: no control, direction, zero-width or unassigned characters.
 * So what looks the same is the same, and nothing reads otherwise than it was written.
 */

/** Other, default-ignorable and separating characters, and the blank Braille pattern, which shows nothing either. */
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u;

const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;
const joiner = /[\u200c\u200d]/;
const emojiStyle = '\ufe0f';
const keycap = '\u20e3';

/** Scripts whose words are spelled with joiners and non-joiners, such as Persian, Hindi and Sinhala. */
const joining =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const letter = /[\p{L}\p{M}]/u;
const picture = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;

type Kind = 'line' | 'block' | 'code';

/** What is between letters of a joining script spells them; what joins pictures makes one of them. */
function belongs(before: string, char: string, after: string): boolean {
  if (char === emojiStyle) return /\p{Extended_Pictographic}/u.test(before) || after === keycap;
  if (!joiner.test(char)) return false;
  const inWord = joining.test(before) && letter.test(before) && joining.test(after) && letter.test(after);
  return inWord || (char === '\u200d' && picture.test(before) && /\p{Extended_Pictographic}/u.test(after));
}

function nameOf(char: string): string {
  if (direction.test(char)) return 'a sign that changes the direction of text';
  if (lineBreak.test(char)) return 'a line break';
  if (char === '\t') return 'a tab';
  if (/\p{Cc}/u.test(char)) return 'a control character';
  if (/\p{Cs}/u.test(char)) return 'half of a character';
  if (/[\p{Co}\p{Cn}]/u.test(char)) return 'a character that no standard knows';
  return 'an invisible character';
}

/** The first character that must not be there, in words that say where it is; null where there is none. */
export function explainHidden(text: string, kind: Kind = 'code'): string | null {
  const chars = Array.from(text);
  const at = chars.findIndex((char, index) => {
    if (!hidden.test(char) || (kind === 'block' && char === '\n')) return false;
    return kind === 'code' || !belongs(chars[index - 1] ?? '', char, chars[index + 1] ?? '');
  });
  const found = chars[at];
  if (found === undefined) return null;
  const number = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  const before = chars
    .slice(Math.max(0, at - 16), at)
    .join('')
    .split('\n')
    .at(-1)
    ?.trimStart();
  const place = at === 0 ? 'at its beginning' : before ? `after "${before}"` : 'at the beginning of a line';
  return `contains ${nameOf(found)} (U+${number}) ${place}; leave it out`;
}

const tidy = {
  line: (text: string) =>
    text
      .normalize('NFC')
      .replace(/\p{Zs}+/gu, ' ')
      .trim(),
  block: (text: string) =>
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/\p{Zs}/gu, ' ')
      .trim(),
};

/** One line as it is kept: what is compared with a stored one has to be tidied alike. */
export const tidyLine = tidy.line;

const isVisible = (kind: Kind) => (ctx: z.core.ParsePayload<string>) => {
  const words = explainHidden(ctx.value, kind);
  if (words) ctx.issues.push({ code: 'custom', message: words, input: ctx.value, continue: true });
};

const textOf = (kind: Kind, least: number, most: number) =>
  z
    .string()
    .check(z.overwrite(kind === 'block' ? tidy.block : tidy.line))
    .min(least)
    .max(most)
    .check(isVisible(kind));

/** One line for people to read: a name, a description. Joiners may spell words and join pictures. */
export const lineOfText = (most: number, least = 1) => textOf('line', least, most);

/** Several lines for people to read. */
export const blockOfText = (most: number, least = 1) => textOf('block', least, most);

/** One line that is compared: a reference, a symbol. No joiners either, as two spellings would look the same. */
export const codeOfText = (most: number, least = 1) => textOf('code', least, most);

/** Text that only machines read, such as a cursor: visible ASCII without blanks. */
export const machineText = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\x21-\x7e]*$/, 'must be letters, digits and signs of ASCII, without blanks');

/** An http or https address, all of which can be seen. */
export const webAddressText = (most = 2000, protocol = /^https?$/) =>
  z.url({ protocol, error: 'must be an http or https address' }).max(most).check(isVisible('code'));
