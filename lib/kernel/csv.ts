/** What a spreadsheet might run as a formula, also behind spaces. */
const formula = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The same where a spreadsheet may begin another cell: at a line's end, or where semicolons or tabs part cells. */
const innerFormula = /([;\t\r\n][\s\u00a0"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Numbers stay numbers: a minus sign before digits is no formula. */
const plainNumber = /^-?\d+(\.\d+)?$/;

function cell(value: string | null): string {
  if (value === null) return '';
  const begun = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  const safe = begun.replace(innerFormula, "$1'");
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record of RFC 4180, its line end included. What a spreadsheet would run is made text by a leading apostrophe. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
