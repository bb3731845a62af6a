import type { RailWords } from '@/components/rails/words';

export const hotWalletWords: RailWords = {
  paidBy: 'Hot wallet',
  pending: 'To be sent',
  until: 'To be sent until',
  within: 'To be sent within',
  total: 'Leaves the hot wallet',
  begun: 'Handed to the hot wallet',
  description: 'Optional.',
  cancelling: 'It is not sent any more.',
  link: { label: 'Link', kept: 'We keep a hash.' },
  made: (wallet) => `for ${wallet}, to be sent at once.`,
  choice: { label: 'At once', hint: 'From your hot wallet.' },
};
