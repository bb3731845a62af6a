import type { RailWords } from './words';

export const walletWords: RailWords = {
  paidBy: 'Hand',
  pending: 'To be paid',
  until: 'To be paid until',
  within: 'To be paid within',
  total: 'You send',
  begun: 'Prepared to be signed by hand',
  description: 'Optional.',
  origin: '',
  cancelling: 'It is no longer offered for payment, and the money is free again.',
  link: { label: 'Link for the recipient', kept: 'We keep a hash to know it by.' },
  made: (wallet) =>
    `for ${wallet}, to be sent by one of your team. The link shows the recipient how it stands; there is nothing to claim.`,
  waiting: 'sends this payout to the address below by itself, and pays the network fee.',
  unmoved: 'No payment of it has been seen',
  paid: { how: 'This payout was sent to you', after: 'There is nothing left to do here.' },
  over: {
    ...{ cancelled: 'it is not sent any more', heading: 'This payout has expired', worked: 'It was to be sent until' },
    ask: 'Ask them for a new one.',
  },
  choice: { label: 'By hand', hint: 'One of your team sends it from a wallet of yours. Without a fee.' },
};
