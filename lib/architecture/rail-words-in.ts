import { railIds } from '@/db/vocabulary/payouts';

const word = `['"](?:${railIds.join('|')})['"]`;
const called = String.raw`\brail\w*\b(?:\([^()]*\))?`;
const forms = [
  // rail === 'x', railOf(y) !== 'x', and the same the other way round
  String.raw`${called}\s*[!=]==?\s*${word}`,
  String.raw`${word}\s*[!=]==?\s*[\w.?]*${called}`,
  // eq(payouts.rail, 'x'), inArray(payouts.rail, ['x'])
  String.raw`\b(?:eq|ne|inArray|notInArray)\(\s*[\w.]*\brail\s*,\s*\[?\s*${word}`,
  // p.rail = 'x', rail in ('x')
  String.raw`\brail\}?\s*(?:=|<>|!=|(?:not\s+)?in\s*\()\s*${word}`,
  // switch (payout.rail)
  String.raw`\bswitch\s*\([^)]*\brail\w*\b`,
].map((form) => new RegExp(form, 'gi'));

/** Where a source decides by a rail's word, in code or in SQL text, instead of by a fact that the rail declares. */
export function railWordsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, '');
  return forms.flatMap((form) => [...code.matchAll(form)].map(([found]) => found));
}
