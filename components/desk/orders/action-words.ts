import type { ButtonKind } from '@/components/ui/button';
import type { OrderAction } from '@/lib/desk/story/order-schema';

type ActionWords = { name: string; tone: ButtonKind; title: string; verb: string; follows: string };

/** What each action is called, and what follows from it. */
export const actionWords: Readonly<Record<OrderAction, ActionWords>> = {
  deliver: {
    name: 'Mark as delivered',
    tone: 'small',
    title: 'Has the buyer got it?',
    verb: 'Mark as delivered',
    follows:
      'The time runs from now on. When it is over, what is held is released to the seller by itself; the buyer is told before, and can object. No money moves now.',
  },
  release: {
    name: 'Release',
    tone: 'small',
    title: 'Release to the seller?',
    verb: 'Release',
    follows: 'A payout to the seller is made at once. If your rules ask for approval, it waits for that first.',
  },
  resolve: {
    name: 'Decide the dispute',
    tone: 'smallPrimary',
    title: 'Who gets how much?',
    verb: 'Decide',
    follows:
      'Both parts together are what is held. Payouts are made at once; if your rules ask for approval, they wait for that first. It cannot be taken back.',
  },
  resume: {
    name: 'End the hold',
    tone: 'small',
    title: 'End the hold?',
    verb: 'End the hold',
    follows: 'The time until it is released by itself goes on with what was left. No money moves now.',
  },
  hold: {
    name: 'Put on hold',
    tone: 'small',
    title: 'Put the order on hold?',
    verb: 'Put on hold',
    follows:
      'Nothing is released by itself until the hold is ended. What is on its way already goes on. No money moves.',
  },
  dispute: {
    name: 'Open a dispute',
    tone: 'small',
    title: 'Open a dispute?',
    verb: 'Open the dispute',
    follows:
      'Nothing is released by itself any more: a person decides who gets how much. What is on its way already goes on. No money moves.',
  },
  refund: {
    name: 'Refund',
    tone: 'smallDanger',
    title: 'Give it back to the buyer?',
    verb: 'Refund',
    follows:
      'The buyer gets a claim link and says where the money goes; it is not sent back to the address that it came from. If your rules ask for approval, it waits for that first.',
  },
};
