import type { Tone } from '@/components/ui/status';
import type { PaymentWay, TransferStatus } from '@/db/vocabulary/payouts';
import type { PayLine } from '@/lib/desk/pay/schema';
import type { Halt } from './run';

/** "1 payout", "3 payouts". */
export function payoutCount(count: number): string {
  return count === 1 ? '1 payout' : `${count} payouts`;
}

/** How the payments of one group are signed, in a few words. */
export const wayWords: Record<PaymentWay, string> = {
  transfer: 'One transfer',
  calls: 'One batch of your wallet',
  disperse: 'One call of the payout contract',
  one_by_one: 'One by one',
};

type Said = { tone: Tone; words: string };

/** How one payment stands while its payer waits for it. */
export const paymentWords: Record<TransferStatus, Said> = {
  prepared: { tone: 'busy', words: 'Waits for the wallet' },
  submitted: { tone: 'busy', words: 'Sent, waits for the network' },
  confirming: { tone: 'busy', words: 'In a block, being confirmed' },
  confirmed: { tone: 'good', words: 'Paid' },
  reverted: { tone: 'bad', words: 'The network refused it' },
  replaced: { tone: 'bad', words: 'Replaced in the wallet' },
  dropped: { tone: 'quiet', words: 'Not signed' },
  unknown: { tone: 'warn', words: 'Outcome unknown' },
  differs: { tone: 'bad', words: 'Paid otherwise than agreed' },
};

/** Why the wallet is not asked any further, whether money moved, and what comes next. */
export function haltWords(halt: Halt, freed: number): string {
  const rest =
    freed > 0
      ? ` Nothing was signed for ${payoutCount(freed)} below; pay ${freed === 1 ? 'it' : 'them'} again when you are ready.`
      : '';
  switch (halt.why) {
    case 'rejected':
      return `You declined in your wallet.${rest}`;
    case 'busy':
      return `Your wallet has another request open. Open it and answer there first.${rest}`;
    case 'wrong_network':
      return `Your wallet did not go to the right network.${rest}`;
    case 'stopped':
      return `You stopped.${rest}`;
    case 'wrong_account':
      return `Your wallet shows another account now.${rest}`;
    case 'unable': {
      const said = halt.words ? ` It says: ${halt.words}` : '';
      return `Your wallet cannot sign it like this.${said}${rest} Another way to sign, or another wallet, may do.`;
    }
    case 'withheld':
      return `The next payment was not handed to your wallet: ${halt.words}${rest}`;
    case 'unclear': {
      const said = halt.words ? ` It says: ${halt.words}` : '';
      return `Your wallet gave no clear answer, so it may have signed.${said} What we asked it for stays open until the network shows it, or you say that it was not signed.${rest}`;
    }
  }
}

/** The same of what the wallet has taken and the network has not shown yet. */
export const takenWords: Record<'proposal' | 'batch', Said> = {
  proposal: { tone: 'busy', words: 'Waits for the Safe’s other owners' },
  batch: { tone: 'busy', words: 'Signed, waits for the network' },
};

/** What an open payment waits for, and who can do something about it. */
export function waitingWords({
  payment,
  unsigned_from_block: stated,
  seen_at: seenAt,
  taken_as: taken,
}: PayLine): string {
  if (stated !== null) {
    return `A member said that nothing was signed. It can be paid again once the network’s final blocks, up to number ${stated}, show no such payment.`;
  }
  switch (payment?.status) {
    case 'confirming':
      return 'It is in a block. Once that is confirmed by the network, this is paid.';
    case 'unknown':
      return 'Nobody can say yet whether it moved the money. It is not offered again until that is known.';
    case 'submitted':
      return seenAt
        ? 'The network has it, and it is not in a block yet. If it takes long, speed it up in the wallet; we follow it.'
        : 'It was sent, and the network does not show it yet. This page may be closed meanwhile.';
    default:
      if (taken === 'proposal') {
        return 'It waits for the Safe’s other owners. Once they have carried it out, it is paid. If they reject it in the Safe instead, it can be paid again once that rejection is carried out and final.';
      }
      if (taken === 'batch') {
        return 'The wallet took it as part of one batch, and the network does not show it yet. This page may be closed meanwhile.';
      }
      return 'The wallet was asked, and its answer is not known. If it was signed, it shows up here by itself.';
  }
}

/** Whether a person may still say that nothing was signed. */
export function maybeUnsigned(line: PayLine): boolean {
  const { payment, unsigned_from_block: stated, seen_at: seenAt, taken_as: taken } = line;
  if (taken !== null) return false;
  return (payment?.status === 'prepared' || payment?.status === 'submitted') && stated === null && seenAt === null;
}
