import type { RailWords } from './words';

export const contractWords: RailWords = {
  paidBy: 'Claim link',
  pending: 'To be claimed',
  until: 'Link works until',
  within: 'The link works for',
  total: 'Leaves your vault',
  begun: 'Transfer reported',
  description: 'The recipient sees it. Optional.',
  cancelling:
    'The claim link stops working and the money is free again. If the recipient was given a signed payout minutes ago, the cancellation waits until that can no longer be used.',
  link: {
    label: 'Claim link',
    kept: 'We keep a hash to know it by. If it gets lost, the payout’s page makes a new one, and this one stops working.',
  },
  made: (wallet) =>
    wallet === null
      ? 'for anyone with this link. Send it to the recipient and to nobody else.'
      : `for ${wallet}. Send the link to the recipient: only that wallet can be paid.`,
  choice: {
    label: 'By a claim link',
    hint: 'You send the link; the recipient opens it and gets the money out of your vault.',
  },
};
