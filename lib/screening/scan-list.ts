import { createHash } from 'node:crypto';

/** Longer than what is looked for, so that nothing is missed where two pieces meet. */
const overlap = 256;
const evmAddress = /(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])/g;
const dayOfIssue =
  /<(?:\w+:)?DateOfIssue\b[^>]*>\s*<(?:\w+:)?Year>(\d{4})<\/(?:\w+:)?Year>\s*<(?:\w+:)?Month>(\d{1,2})<\/(?:\w+:)?Month>\s*<(?:\w+:)?Day>(\d{1,2})</;
const wholeFile = /<\/(?:\w+:)?Sanctions>\s*$/;

export type ScannedList = { addresses: string[]; listDate: string | null; sha256: string; isWhole: boolean };

/**
 * Reads OFAC's file (sdn_advanced.xml, about 80 MB) in the pieces in which it comes: all that looks like an address of an EVM
 * chain, under whichever ticker it stands, and the day that the list names.
 */
export function listScanner() {
  const digest = createHash('sha256');
  const addresses = new Set<string>();
  let listDate: string | null = null;
  let text = '';

  /** Takes what begins before `upTo`: what comes later may not be all there yet. */
  function look(upTo: number): void {
    for (const { 0: found, index } of text.matchAll(evmAddress)) {
      if (index < upTo) addresses.add(found.toLowerCase());
    }
    const [, year, month = '', day = ''] = (listDate === null && dayOfIssue.exec(text)) || [];
    if (year !== undefined) listDate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }

  return {
    take(chunk: Buffer): void {
      digest.update(chunk);
      // What is looked for is ASCII, so a byte may stand for a letter.
      text += chunk.toString('latin1');
      if (text.length <= 2 * overlap) return;
      look(text.length - overlap);
      text = text.slice(-overlap - 1);
    },
    end(): ScannedList {
      look(text.length);
      return { addresses: [...addresses], listDate, sha256: digest.digest('hex'), isWhole: wholeFile.test(text) };
    },
  };
}
