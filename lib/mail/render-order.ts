import type { Language } from '@/db/vocabulary/mails';
import { localeOf } from '@/lib/words/locale';
import type { KeyOf, Say } from '@/lib/words/say';
import { wordsIn } from '@/lib/words/words-in';
import { named, paragraphs, strangersName, type Words } from './render';
import { recipientPage } from './render-page';

/** The words of mails to the buyer and the seller of an order. */

export type OrderMail =
  | 'funded'
  | 'delivered'
  | 'soon'
  | 'extended'
  | 'held'
  | 'resumed'
  | 'disputed'
  | 'paying'
  | 'paid'
  | 'refunding'
  | 'address';

/** What such a mail tells, each value as it is shown. `language`: the reader's; null where nobody named one. */
export type OrderFacts = {
  language: Language | null;
  merchant: { name: string; logoUrl: string | null; accentColor: string | null };
  reference: string;
  amount: string;
  /** When the seller is paid, or from when another address counts. */
  at?: Date | null;
  /** Whole days until then. */
  days?: number;
  /** Where the seller's money goes; null while nobody knows. */
  address?: string | null;
  /** The buyer's page of the order, or the seller's of their payout. */
  url?: string | null;
};

type Values = Record<'reference' | 'amount' | 'merchant' | 'time', string>;

export function timeIn(language: Language, at: Date): string {
  const shape = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(localeOf(language), shape).format(at)} UTC`;
}

function subjectOf(say: Say, kind: OrderMail, { reference }: Values, days: number): string {
  return kind === 'soon'
    ? say('order.mail.soon.subject', { reference, days })
    : say(`order.mail.${kind}.subject`, { reference });
}

/** The facts that are told after the first line, each in a paragraph of its own. */
function linesAfter(say: Say, kind: OrderMail, facts: OrderFacts, merchant: string): string[] {
  const { address, url } = facts;
  const isPromise = ['funded', 'delivered', 'soon', 'resumed', 'extended'].includes(kind);
  return [
    ...(kind === 'address' && address ? [address, say('order.mail.address.notYou', { merchant })] : []),
    ...(isPromise && address ? [say('order.mail.to', { address })] : []),
    ...((isPromise || kind === 'held') && address === null ? [say('order.mail.nowhere', { merchant })] : []),
    ...(isPromise && url ? [say('order.mail.object')] : []),
    say('order.mail.custody', { merchant }),
  ];
}

const buttonOf = (kind: OrderMail): KeyOf<'order'> & `order.mail.${string}button` =>
  kind === 'paying' ? 'order.mail.paying.button' : 'order.mail.button';

/** One mail about an order. A fact that its reader has no business with is left out: a buyer's mail names no address. */
export function orderMail(kind: OrderMail, facts: OrderFacts): Words {
  const language = facts.language ?? 'en';
  const say = wordsIn(language);
  const { name, logoUrl, accentColor } = facts.merchant;
  const merchant = strangersName(name);
  const time = facts.at ? timeIn(language, facts.at) : '';
  const values = { reference: strangersName(facts.reference), amount: facts.amount, merchant, time };
  const first = say(`order.mail.${kind}.words`, values);
  const after = linesAfter(say, kind, facts, merchant);
  const button = facts.url ? { label: say(buttonOf(kind)), url: facts.url } : undefined;
  return {
    subject: subjectOf(say, kind, values, facts.days ?? 1),
    text: paragraphs(first, facts.url ?? null, ...after),
    html: recipientPage({ name: named(name), logoUrl, accentColor, language, lines: [first, ...after], button }),
  };
}
