import type { GuideStep } from '@/db/vocabulary/merchants';

export const stepWords: Readonly<Record<GuideStep, { title: string; lead: string }>> = {
  branding: {
    title: 'Name and branding',
    lead: 'What people see who are paid by you. Once you chose an asset, a preview shows their page.',
  },
  assets: {
    title: 'Networks and assets',
    lead: 'What you pay out, and where. You can add more at any time.',
  },
  vault: {
    title: 'Your vault',
    lead: 'Your own wallet, from which payouts are claimed. It stays yours: the portal can only ask, within limits that your wallet sets.',
  },
  terms: {
    title: 'Fees and limits',
    lead: 'What one payout costs its recipient, and how small or large it may be.',
  },
  approvals: {
    title: 'Who may approve',
    lead: 'Whether a second person has to agree before a payout can be claimed.',
  },
  api_key: {
    title: 'API key',
    lead: 'With it your server asks for payouts. It is shown once.',
  },
  webhook: {
    title: 'Webhook endpoint',
    lead: 'Where your server hears what became of a payout. Try it before you rely on it.',
  },
  first_payout: {
    title: 'A first payout',
    lead: 'To yourself: you see what those you pay will see.',
  },
};
