/** How a code is typed; without zod, for the page that takes it. */

export const codeDigits = 6;

/** As people type and paste it: with spaces and dashes, in full-width, Arabic or Devanagari digits. */
export function digitsOf(text: string): string {
  return [...text.normalize('NFKC')]
    .map((sign) => {
      const found = zeros.map((zero) => (sign.codePointAt(0) ?? 0) - zero).find((digit) => digit >= 0 && digit <= 9);
      return found === undefined ? sign : String(found);
    })
    .join('')
    .replace(/[\s\p{Pd}]+/gu, '');
}
const zeros = [0x30, 0x660, 0x6f0, 0x966];
