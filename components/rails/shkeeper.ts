import type { RailWords } from './words';

export const shkeeperWords: RailWords = {
  paidBy: 'Gateway',
  pending: 'To be sent by the gateway',
  until: 'To be sent until',
  within: 'To be sent within',
  total: 'Leaves the hot wallet',
  begun: 'Handed to the gateway',
  description: 'Optional.',
  cancelling: 'It is not handed to the gateway any more, and the money is free again.',
  link: { label: 'Link for the recipient', kept: 'We keep a hash to know it by.' },
  made: (wallet) =>
    `for ${wallet}, to be sent by your gateway. The link shows the recipient how it stands; there is nothing to claim.`,
  choice: { label: 'By your gateway', hint: 'Your gateway server sends it from its hot wallet. Without a fee.' },
};
