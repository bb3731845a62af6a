import { obstacleWords } from '@/components/desk/words/obstacle-words';
import { wordsOf } from '@/components/rails/registry';
import type { EventType } from '@/db/vocabulary/events';
import type { MailKind, MailState } from '@/db/vocabulary/mails';
import { obstacles } from '@/db/vocabulary/payouts';
import type { ActorOnPage, StoryLine } from '@/lib/desk/story/schema';

type Change = Extract<StoryLine, { type: 'change' }>;
type TransferLine = Extract<StoryLine, { type: 'transfer' }>;

/** Actions of the audit in words; one that is not here is read from its name. */
const changes: Record<string, string> = {
  'payout.created': 'Created',
  'payout.awaiting_approval': 'Waits for approval',
  'payout.consented': 'Approved',
  'payout.pending': 'Open to be claimed or paid',
  'payout.processing': 'On its way',
  'payout.completed': 'Paid',
  'payout.failed': 'Failed',
  'payout.cancelled': 'Cancelled',
  'payout.expired': 'Expired',
  'payout.cancel_requested': 'Cancellation asked for',
  'payout.link_reissued': 'Claim link replaced',
  'payout.requoted': 'Its recipient accepted a new quote',
  'payout.awaiting_funds': 'Waits: the vault cannot pay it now',
  'payout.funded': 'The vault can pay it again',
  'payout.not_payable': 'Cannot be paid now',
  'payout.payable': 'Can be paid again',
  'payout.prepared': 'Prepared to be signed by hand',
  'payout.proved': 'Its wallet signed that the payout is its own',
  'payout.send_asked': 'Its recipient asked the portal to send it',
  'payout.signed': 'A signed payout was handed out',
  'payout.payment_found': 'The payment was found on the chain',
  'payout.recipient_changed': 'The recipient’s mail address was changed',
  'claim.opened': 'The page was opened in a browser (a mail scanner may be one)',
  'claim.code_sent': 'A browser asked for a code, which was mailed',
  'claim.link_mailed': 'Too many codes were asked for with the link alone, so it was mailed again',
  'claim.proved': 'The code of the mail was typed: the mailbox is proved',
  'claim.recipient_disputed': 'A reader of the link said that it is not for them',
  'mail.opted_out': 'They want no more invitations and reminders',
  'mail.failed': 'A mail to them could not be handed over',
  'mail.bounced': 'A mail to them came back',
  'mail.complained': 'They marked a mail as unwanted',
  'order.created': 'Made',
  'order.funded': 'Funded',
  'order.delivered': 'Said to be delivered',
  'order.on_hold': 'Put on hold',
  'order.resumed': 'The hold was ended',
  'order.disputed': 'Disputed',
  'order.release': 'A payout to the seller was made',
  'order.refund': 'A payout back to the buyer was made',
  'order.payout_moved': 'A payout of it moved on',
  'order.paid': 'A payout of it was paid',
  'order.not_sent': 'A payout of it came to nothing, and its money is held again',
  'payment.asked': 'Handed to the wallet to be signed',
  'payment.reported': 'Reported as sent',
  'payment.recorded': 'A payment made elsewhere was recorded',
  'payment.not_booked': 'A transfer that fits was not booked yet',
  'payment.declined': 'The wallet declined: nothing was sent',
  'payment.stated_unsigned': 'Stated that nothing was signed',
  'payment.written_off': 'Wrote it off although its outcome was open',
  'transfer.doubted': 'The outcome is unknown',
  'transfer.differs': 'Paid, but not as agreed',
};

export function changeWords({ action, detail }: Change): string {
  const cause = obstacles.find((word) => word === detail.cause);
  if (cause && (action === 'payout.awaiting_funds' || action === 'payout.not_payable')) {
    return `${obstacleWords[cause].standing}: ${obstacleWords[cause].why}`;
  }
  const known = changes[action];
  if (action === 'payout.proved') return `${known} (attestation ${detail.attestation})`;
  if (known) return known;
  const words = action.replace(/^\w+\./, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function actorWords({ kind, id, name }: ActorOnPage): string {
  switch (kind) {
    case 'user':
      return name ?? 'a former member';
    case 'api_key':
      return name ? `API key “${name}”` : `API key ${id ?? ''}`;
    case 'claimant':
      return 'the recipient';
    case 'operator':
    case 'operator_key':
      return 'an operator of this portal';
    case 'system':
      return 'Drawbridge';
  }
}

/** Who did it: of an order, its buyer has a link. */
export function doerWords({ action, actor }: Change): string {
  return actor.kind === 'claimant' && action.startsWith('order.') ? 'the buyer' : actorWords(actor);
}

export function eventWords(event: EventType): string {
  return event.replace('payout.', '').replaceAll(/[._]/g, ' ');
}

const ended: Partial<Record<TransferLine['transfer']['status'], string>> = {
  confirmed: 'Confirmed by the network',
  reverted: 'The network refused the transfer; nothing moved',
  replaced: 'Replaced by another transfer; this one moved nothing',
  dropped: 'Dropped by the network; this one moved nothing',
};

export function transferWords({ step, transfer }: TransferLine): string {
  if (step === 'ended') return ended[transfer.status] ?? 'Transfer ended';
  if (step === 'seen') return 'Seen by the network';
  return wordsOf(transfer.rail).begun;
}

/** Mails to recipients, and what became of them. */
export const mailWords: {
  kind: Readonly<Record<MailKind, string>>;
  state: Readonly<Record<MailState, string>>;
} = {
  kind: {
    invitation: 'Invitation',
    reminder: 'Reminder',
    code: 'Code',
    link: 'Their link once more',
    undone: 'The network undid their payment',
  },
  state: {
    queued: 'waits to be sent',
    delayed: 'their server asked us to try again later, and we do',
    sent: 'taken by their server',
    refused: 'refused by their server for good',
    failed: 'not sent',
    late: 'late, says their server',
    bounced: 'came back',
    complained: 'marked as unwanted by its reader',
    unsubscribed: 'not sent, as its reader wants no more of your invitations',
  },
};

export function isMailTrouble(state: MailState): boolean {
  return ['refused', 'failed', 'bounced', 'complained', 'unsubscribed'].includes(state);
}
