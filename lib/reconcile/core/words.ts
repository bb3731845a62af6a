import type { DifferenceKind } from '@/db/vocabulary/differences';
import type { Difference } from './difference-store';
import type { ResolvingWay } from './schema';

type Words = { title: string; action: string };

const words = {
  unexplained: {
    title: 'Money left and nobody explains it',
    action: 'Find out what it was, then book it out of suspense.',
  },
  choice: {
    title: 'A payment that nobody reported',
    action: 'Choose the payout that it paid, or say what else it was.',
  },
  wrong_amount: {
    title: 'A payee got another amount',
    action: 'Settle it with the payee, pay or cancel the payout, then book this out of suspense.',
  },
  unknown_claim: {
    title: 'A claim that these books do not know',
    action:
      'Unless a restored backup explains it, the signer’s key has leaked: revoke the signer on the vaults page now. Then book this out of suspense.',
  },
  unknown_order: {
    title: 'An order that nobody prepared here',
    action:
      'Unless the vault’s owner sent it, or a restored backup explains it, the signer’s key has leaked: revoke the signer on the vaults page now. Then book this out of suspense.',
  },
  transfer_unknown: {
    title: 'A transfer whose outcome is in doubt',
    action: 'Look it up through another node, and read the chain again: it confirms itself once the chain proves it.',
  },
  transfer_differs: {
    title: 'A claim that paid otherwise than agreed',
    action:
      'Say whether it counts as paid. If it does not, the payout fails, and you owe the recipient by another way; book what left out of suspense.',
  },
  settlement_missing: {
    title: 'Booked as paid, but not on the chain',
    action:
      'Look the hash up through another node, and read the chain again. If it is not there, the payee was not paid: write down what you do.',
  },
  settlement_differs: {
    title: 'Booked otherwise than the chain shows',
    action: 'Compare the payout with the transfer, and write down what explains it.',
  },
  movement_missing: {
    title: 'A movement that the chain does not show',
    action:
      'Look the hash up through another node. If it is there, read the chain again; if it is not, take the booking back.',
  },
  balance_mismatch: {
    title: 'Vault and books do not hold the same',
    action:
      'Resolve what else is open on this chain, and read it again. If a gap stays, look for tokens that move without a log, and write down what explains it.',
  },
  gateway_differs: {
    title: 'The gateway says otherwise',
    action:
      'Look at the payout and at the gateway’s own page. Books follow the chain and nothing else: write down what explains it, or read again once the gateway says the same.',
  },
} as const satisfies Record<DifferenceKind, Words>;

export function wordsFor(kind: DifferenceKind): Words {
  return words[kind];
}

/** What a person may do about a line. What lies in suspense is booked out of it, never talked away. */
export function waysFor({ status, postingId, topic, kind }: Difference): ResolvingWay[] {
  if (status === 'resolved') return [];
  if (kind === 'movement_missing') return ['reversed', 'explained'];
  if (kind === 'transfer_differs') return ['accepted', 'refused'];
  if (topic !== 'outgoing') return ['explained'];
  // What the contract moved is a claim or nothing: it is never taken for a payment by hand.
  const payout: ResolvingWay[] = kind === 'unexplained' || kind === 'choice' ? ['payout'] : [];
  return [...payout, postingId === null ? 'explained' : 'account'];
}
