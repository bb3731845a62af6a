import type { Tone } from '@/components/ui/status';
import type { SubmissionNoteKind, SubmissionStatus } from '@/db/vocabulary/gateways';

type StatusWords = { tone: Tone; name: string; says: string };

/** How a payout stands at its gateway. */
export const submissionWords: Readonly<Record<SubmissionStatus, StatusWords>> = {
  submitting: { tone: 'busy', name: 'Being handed over', says: 'The gateway is being asked.' },
  accepted: { tone: 'busy', name: 'Taken', says: 'The gateway has it. We look for its transfer on the network.' },
  unknown: {
    tone: 'warn',
    name: 'Nobody can tell',
    says: 'It may have been sent, and it may not. It is not sent again by itself; we go on looking on the network.',
  },
  seen: { tone: 'busy', name: 'Seen', says: 'The network shows its transfer, which is not final yet.' },
  paid: { tone: 'good', name: 'Paid', says: 'The network shows its transfer, for good.' },
  refused: { tone: 'bad', name: 'Not taken', says: 'The gateway did not take it, and nothing was sent.' },
  failed: { tone: 'bad', name: 'Failed', says: 'The gateway tried and sent nothing.' },
  unsent: { tone: 'quiet', name: 'Not sent', says: 'A member said that it was not sent.' },
};

export const noteWords: Readonly<Record<SubmissionNoteKind, string>> = {
  handed_in: 'The hand-over',
  task: 'Its task, when asked',
  row: 'Its own table, when asked',
  chain: 'The network',
  person: 'A member',
};
