import type { Language } from '@/db/vocabulary/mails';
import { localeOf } from '@/lib/words/locale';
import { wordsIn } from '@/lib/words/words-in';
import { named, paragraphs, strangersName, type Words } from './render';
import { recipientPage } from './render-page';

/** The words of mails to the recipients of payouts. */

/** What such a mail tells, each value as it is shown. `language`: the reader's; null where nobody named one. */
export type RecipientFacts = {
  language: Language | null;
  merchant: { name: string; logoUrl: string | null; accentColor: string | null };
  amount: string;
  chain: string;
  description: string | null;
  url: string;
  until: Date;
};

const maxWords = 120;

/** What a merchant wrote, in a line that a mail program makes no link of. */
const quoted = (text: string) => strangersName(text, maxWords);

function timeOf(until: Date, language: Language): string {
  const shape = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(localeOf(language), shape).format(until)} UTC`;
}

type LinkMail = 'invitation' | 'reminder' | 'link' | 'undone';

function linkMailOf(facts: RecipientFacts, kind: LinkMail): Words {
  const { amount, chain: network, description, url, until } = facts;
  const language = facts.language ?? 'en';
  const say = wordsIn(language);
  const merchant = strangersName(facts.merchant.name);
  const words = say(`mail.${kind}.words`, { merchant, amount, network });
  const before = kind === 'undone' ? `${words} ${say('mail.undone.reserved')}` : words;
  const after = [
    ...(description === null ? [] : [say('mail.link.purpose', { description: quoted(description) })]),
    say('mail.link.onlyYou'),
    say('mail.link.until', { time: timeOf(until, language) }),
    say('mail.link.notYours'),
  ];
  const button = { label: say('mail.link.button', { amount }), url };
  const page = { ...brandOf(facts), language, lines: [before, ...after], button };
  return {
    subject: say(`mail.${kind}.subject`, { amount, merchant }),
    text: paragraphs(before, url, ...after),
    html: recipientPage(page),
  };
}

function brandOf({ merchant }: Pick<RecipientFacts, 'merchant'>) {
  const { name, logoUrl, accentColor } = merchant;
  return { name: named(name), logoUrl, accentColor };
}

export const invitationMail = (facts: RecipientFacts): Words => linkMailOf(facts, 'invitation');
export const reminderMail = (facts: RecipientFacts): Words => linkMailOf(facts, 'reminder');
/** The chain took back what they were paid; the link pays again. */
export const undoneMail = (facts: RecipientFacts): Words => linkMailOf(facts, 'undone');

/** The same where the time of the link is over. */
export function undoneForGoodMail(facts: Omit<RecipientFacts, 'url'>): Words {
  const language = facts.language ?? 'en';
  const say = wordsIn(language);
  const merchant = strangersName(facts.merchant.name);
  const { amount, chain: network } = facts;
  const lines = [say('mail.undone.words', { merchant, amount, network }), say('mail.undone.over', { merchant })];
  return {
    subject: say('mail.undone.subject', { amount, merchant }),
    text: paragraphs(...lines),
    html: recipientPage({ ...brandOf(facts), language, lines }),
  };
}

/** The link once more, because it was asked for. */
export const linkMail = (facts: RecipientFacts): Words => linkMailOf(facts, 'link');

/**
 * A code and no link: a mail scanner opens every link and presses every button there, and one of those sends a code.
 */
export function recipientCodeMail(
  facts: Pick<RecipientFacts, 'merchant' | 'amount' | 'language'> & {
    code: string;
    portal: string;
    validMinutes: number;
  },
): Words {
  const { host } = new URL(facts.portal);
  const language = facts.language ?? 'en';
  const say = wordsIn(language);
  const merchant = strangersName(facts.merchant.name);
  const code = `${facts.code.slice(0, 3)} ${facts.code.slice(3)}`;
  const before = say('mail.code.words', { host, amount: facts.amount, merchant });
  const after = [say('mail.code.works', { minutes: facts.validMinutes }), say('mail.code.secret')];
  return {
    subject: say('mail.code.subject', { code, host }),
    text: paragraphs(before, `    ${code}`, ...after),
    html: recipientPage({ ...brandOf(facts), language, lines: [before, ...after], code }),
  };
}
