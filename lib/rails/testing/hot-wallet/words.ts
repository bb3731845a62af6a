import type { RailWords } from '@/components/rails/words';

export const hotWalletWords: RailWords = {
  paidBy: 'Hot wallet',
  pending: 'To be sent',
  until: 'To be sent until',
  within: 'To be sent within',
  total: 'Leaves the hot wallet',
  begun: 'Handed to the hot wallet',
  description: 'Optional.',
  origin: ', from its hot wallet',
  cancelling: 'It is not sent any more.',
  link: { label: 'Link', kept: 'We keep a hash.' },
  made: (wallet) => `for ${wallet}, to be sent at once.`,
  waiting: 'has it sent to the address below.',
  unmoved: 'Nothing has left the hot wallet',
  paid: { how: 'This payout was sent to you', after: 'There is nothing left to do here.' },
  over: { cancelled: 'is not sent.', heading: 'Not sent', worked: 'It was to be sent until', ask: 'Ask for it again.' },
  choice: { label: 'At once', hint: 'From your hot wallet.' },
};
