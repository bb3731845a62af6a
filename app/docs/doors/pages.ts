import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The systems whose programs work with this portal: each has a document of `docs`, which is its page. */
export const doorPages = [
  { name: 'coindirect', system: 'Coindirect, BVNK', file: 'coindirect.md' },
  { name: 'dex3', system: 'Dex3', file: 'dex3.md' },
  { name: 'adjoe', system: 'adjoe', file: 'rewards.md' },
  { name: 'order-flow', system: 'A marketplace’s order flow over SHKeeper', file: 'order-flow.md' },
] as const;

export type DoorPage = (typeof doorPages)[number];

export function readDoorPage({ file }: DoorPage): Promise<string> {
  return readFile(path.join(process.cwd(), 'docs', file), 'utf8');
}

const elsewhere: Readonly<Record<string, string>> = { 'api.md': '/docs', 'errors.md': '/docs/errors' };

/** Where a link of a document leads on this portal; null where it leads to a document that has no page here. */
export function addressOf(target: string): string | null {
  if (/^https?:|^#/.test(target)) return target;
  const [file = '', place] = target.split('#');
  const page = doorPages.find((one) => one.file === file);
  const address = page ? `/docs/doors/${page.name}` : elsewhere[file];
  if (!address) return null;
  return place ? `${address}#${place}` : address;
}
