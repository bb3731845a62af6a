import type { Tx } from '@/db/client';
import type { Language, MailKind } from '@/db/vocabulary/mails';
import { chainOf } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { formatAmount } from '@/lib/kernel/money';
import { queueMail } from '@/lib/mail/outbox';
import {
  invitationMail,
  linkMail,
  type RecipientFacts,
  recipientCodeMail,
  reminderMail,
  undoneForGoodMail,
  undoneMail,
} from '@/lib/mail/render-recipient';
import { mailsAbout } from '@/lib/mail/report';
import { logoUrlOf } from '@/lib/merchants/logo-url';
import { findMerchant } from '@/lib/merchants/store';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { presentDisplay } from '@/lib/payouts/present';
import type { Payout } from '@/lib/payouts/store';
import { groupedIn } from '@/lib/words/numbers';
import { mailedLink } from './mailbox-key';
import { findInvitation, hasOptedOut } from './store';

/** That a payment was taken back waits until the chain was read again; for no longer than this, in seconds. */
const mostDelaySeconds = 86_400;

const words = { invitation: invitationMail, reminder: reminderMail, link: linkMail, undone: undoneMail } as const;
/** Nobody asked for these, so their reader may decline them. */
const declinable: readonly MailKind[] = ['invitation', 'reminder'];

/** `named`: in which language the recipient is known to read; else the merchant's own is written, and the page asks the browser. */
async function factsFor(tx: Tx, payout: Payout, named: Language | null): Promise<Omit<RecipientFacts, 'url'>> {
  const merchant = await findMerchant(tx, payout.merchantId);
  if (!merchant) throw new Error(`There is no merchant ${payout.merchantId}`);
  const { name, accentColor } = merchant;
  const language = named ?? merchant.language;
  const { amount, currency } = owed(payout);
  return {
    language,
    merchant: { name, logoUrl: logoUrlOf(merchant), accentColor },
    amount: `${groupedIn(language ?? 'en', amount)} ${currency}`,
    chain: chainOf(payout.chain).name,
    description: payout.description,
    until: payout.expiresAt,
  };
}

/** What stays true until the mail is read: while it may be quoted again, what its amounts are worked out from. */
function owed(payout: Payout): { amount: string; currency: string } {
  const display = presentDisplay(payout);
  if (display && payout.quotedUntil && !payout.signedUntil) return display;
  return { amount: formatAmount(payout.net, payout.decimals), currency: payout.symbol };
}

function addressOf(payout: Payout): string {
  if (payout.recipientEmail === null) throw new Error(`The payout ${payout.id} has no mail address`);
  return payout.recipientEmail;
}

type LinkMail = { kind: keyof typeof words; token: string; now: Date };

/** Writes to the recipient with their link, in the transaction that has a reason to. */
export async function mailRecipient(tx: Tx, payout: LockedPayout, { kind, token, now }: LinkMail): Promise<void> {
  const to = addressOf(payout);
  const named = (await findInvitation(tx, payout))?.language ?? null;
  const facts = await factsFor(tx, payout, named);
  const { merchantId, id: payoutId, expiresAt } = payout;
  const withheld = declinable.includes(kind) && (await hasOptedOut(tx, merchantId, to));
  const mail = words[kind]({ ...facts, url: mailedLink(payout, token, named) });
  // Also who has no link any more by then is told that the payment was taken back.
  const times = kind === 'undone' ? { delayedUntil: addSeconds(now, mostDelaySeconds) } : { worthlessAt: expiresAt };
  await queueMail(tx, { merchantId, about: { payoutId, kind }, to, ...mail, withheld, ...times, now });
}

/** Tells the recipient that the chain took back what they were paid, and that no link of theirs pays it again; `isSure`: it will not come again. */
export async function mailUndoneForGood(
  tx: Tx,
  payout: LockedPayout,
  { now, isSure = false }: { now: Date; isSure?: boolean },
): Promise<void> {
  const { merchantId, id: payoutId } = payout;
  const named = (await findInvitation(tx, payout))?.language ?? null;
  const mail = undoneForGoodMail(await factsFor(tx, payout, named));
  const delayed = isSure ? {} : { delayedUntil: addSeconds(now, mostDelaySeconds) };
  const about = { payoutId, kind: 'undone' as const };
  await queueMail(tx, { merchantId, about, to: addressOf(payout), ...mail, ...delayed, now });
}

type CodeMail = { code: string; validMinutes: number; worthlessAt: Date; now: Date; language: Language | undefined };

/** Sends the recipient a code that their browser asked for, in the language of the page that they have open. */
export async function mailCode(
  tx: Tx,
  payout: LockedPayout,
  { code, validMinutes, language, ...times }: CodeMail,
): Promise<void> {
  const named = language ?? (await findInvitation(tx, payout))?.language ?? null;
  const facts = await factsFor(tx, payout, named);
  const mail = recipientCodeMail({ ...facts, code, portal: env.BASE_URL, validMinutes });
  const { merchantId, id: payoutId } = payout;
  await queueMail(tx, { merchantId, about: { payoutId, kind: 'code' }, to: addressOf(payout), ...mail, ...times });
}

/** How many mails of this kind the recipient was sent, or is about to be sent, since a moment. */
export async function countMailsSince(tx: Tx, payout: LockedPayout, kind: MailKind, since: Date): Promise<number> {
  const all = await mailsAbout(tx, { merchantId: payout.merchantId, payoutId: payout.id });
  return all.filter((mail) => mail.kind === kind && mail.createdAt > since).length;
}
