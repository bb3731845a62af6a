const risky = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

/**
 * One cell (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front, which the
 * spreadsheet takes for "this is text".
 */
function cell(text: string): string {
  const safe = risky.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its line break; nothing is an empty cell. */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map((value) => cell(value === null || value === undefined ? '' : String(value))).join(',')}\r\n`;
}
