import type { RailWords } from './words';

export const walletWords: RailWords = {
  paidBy: 'Hand',
  pending: 'To be paid',
  until: 'To be paid until',
  within: 'To be paid within',
  total: 'You send',
  begun: 'Prepared to be signed by hand',
  description: 'Optional.',
  cancelling: 'It is no longer offered for payment, and the money is free again.',
  link: { label: 'Link for the recipient', kept: 'We keep a hash to know it by.' },
  made: (wallet) =>
    `for ${wallet}, to be sent by one of your team. The link shows the recipient how it stands; there is nothing to claim.`,
  choice: { label: 'By hand', hint: 'One of your team sends it from a wallet of yours. Without a fee.' },
};
