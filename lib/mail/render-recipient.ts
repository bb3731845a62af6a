import type { Language } from '@/db/vocabulary';
import { named, paragraphs, strangersName, type Words } from './render';
import { type PageFacts, recipientPage } from './render-page';

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

function dayOf(until: Date): string {
  return `${until.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const onlyYou =
  'The page asks for a code that we send to this address. So this link alone gives the money to nobody, and only you can get it.';
const notYours = 'If you expect nothing from them, open the page and say that it is not for you, or do nothing.';

function mailOf(
  facts: RecipientFacts,
  { subject, lines, button }: Pick<PageFacts, 'lines' | 'button'> & { subject: string },
): Words {
  const purpose = facts.description === null ? [] : [`What they say it is for: ${quoted(facts.description)}`];
  const [first = '', ...rest] = lines;
  const told = [first, ...purpose, ...rest, `The link works until ${dayOf(facts.until)}.`, notYours];
  const { name, logoUrl, accentColor } = facts.merchant;
  const page = {
    language: facts.language ?? 'en',
    name: named(name),
    logoUrl,
    accentColor,
    lines: told,
    button,
  } as const;
  const [before = '', ...after] = told;
  return { subject, text: paragraphs(before, facts.url, ...after), html: recipientPage(page) };
}

const ofWhom = ({ merchant }: RecipientFacts) => strangersName(merchant.name);

export function invitationMail(facts: RecipientFacts): Words {
  return mailOf(facts, {
    subject: `${facts.amount} for you from ${ofWhom(facts)}`,
    lines: [`${ofWhom(facts)} pays you ${facts.amount} on ${facts.chain}. Open this page to get it:`, onlyYou],
    button: { label: `Get ${facts.amount}`, url: facts.url },
  });
}

export function reminderMail(facts: RecipientFacts): Words {
  return mailOf(facts, {
    subject: `${facts.amount} from ${ofWhom(facts)} is still waiting for you`,
    lines: [`${ofWhom(facts)} still has ${facts.amount} on ${facts.chain} for you. Open this page to get it:`, onlyYou],
    button: { label: `Get ${facts.amount}`, url: facts.url },
  });
}

/** The link once more, because it was asked for. */
export function linkMail(facts: RecipientFacts): Words {
  return mailOf(facts, {
    subject: `Your link to ${facts.amount} from ${ofWhom(facts)}`,
    lines: [`This is your link to ${facts.amount} on ${facts.chain} from ${ofWhom(facts)}:`, onlyYou],
    button: { label: `Get ${facts.amount}`, url: facts.url },
  });
}

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
  const code = `${facts.code.slice(0, 3)} ${facts.code.slice(3)}`;
  const lines = [
    `A browser at ${host} asks for ${facts.amount} that ${strangersName(facts.merchant.name)} pays to the owner of this mailbox. Type this code there if that is you:`,
    `It works once, for ${facts.validMinutes} minutes, and only in the browser where it was asked for.`,
    'Tell it to nobody. If that was not you, you need do nothing: without the code nobody gets the money.',
  ];
  const { name, logoUrl, accentColor } = facts.merchant;
  const page = { language: facts.language ?? 'en', name: named(name), logoUrl, accentColor, lines, code } as const;
  const [before = '', ...after] = lines;
  return {
    subject: `${code} is your code for ${host}`,
    text: paragraphs(before, `    ${code}`, ...after),
    html: recipientPage(page),
  };
}
