import { contractWords } from './contract';
import type { RailWords } from './words';

/** Of payouts that we send out of the vault to a wallet, without a claim. */
export const sentWords: RailWords = {
  ...contractWords,
  paidBy: 'Sent by Drawbridge',
  pending: 'To be sent',
  until: 'To be sent until',
  within: 'To be sent within',
  begun: 'On its way',
  cancelling:
    'It is not sent any more, and the money is free again. If it was signed minutes ago, the cancellation waits until that can no longer be used.',
  link: { label: 'Link for the recipient', kept: 'We keep a hash to know it by.' },
  made: (wallet) =>
    `for ${wallet}. We send it there as soon as it may be paid, and pay the network fee. The link shows the recipient how it stands.`,
  choice: {
    label: 'Sent to a wallet',
    hint: 'We send it out of your vault and pay the network fee. Nobody has to claim it.',
  },
};
