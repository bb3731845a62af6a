import type { LiveTopic } from '@/lib/desk/list/schema';

/** One change as the database tells it: whose, of what, and which: an action of the audit or a table's word. */
export type LiveChange = { merchantId: string; subject: string; word: string };

export function readLiveChange(payload: string): LiveChange | null {
  const [merchantId, subject, word] = payload.split(' ');
  return merchantId && subject && word ? { merchantId, subject, word } : null;
}

const topicsOf: Record<string, readonly LiveTopic[]> = {
  payout: ['payouts', 'ledger'],
  payouts: ['payouts'],
  order: ['orders', 'payouts', 'ledger'],
  reward: ['rewards', 'ledger'],
  reward_source: ['rewards'],
  redemption: ['rewards', 'ledger'],
  transfer: ['payouts'],
  claim: ['payouts'],
  mail: ['payouts'],
  payment: ['payouts'],
  hold: ['payouts'],
  delivery: ['webhooks'],
  endpoint: ['webhooks'],
  source: ['webhooks'],
  gateway: ['gateways'],
  message: ['webhooks'],
  breaker: ['webhooks'],
  api_key: ['keys'],
  door_key: ['keys'],
  key: ['keys'],
  member: ['team'],
  invite: ['team'],
  session: ['team'],
  identity: ['team'],
  passkey: ['team'],
  wallet: ['vaults', 'settings'],
  vault: ['vaults', 'ledger'],
  submission: ['gateways', 'payouts'],
  stop: ['payouts'],
  posting: ['ledger', 'vaults'],
  approval_rule: ['settings', 'payouts'],
  merchant: ['settings'],
  guide: ['settings'],
  settings: ['settings'],
  screening: ['payouts'],
  verification: ['verifications'],
  reconciliation: ['reconcile'],
  difference: ['reconcile', 'ledger'],
  close: ['reconcile'],
};

/** What a page that shows one of these should read again. An unknown word is for the audit's page alone. */
export function topicsFor({ word }: LiveChange): LiveTopic[] {
  const [kind = ''] = word.split('.');
  return [...(topicsOf[kind] ?? []), ...(word.includes('.') ? (['audit'] as const) : [])];
}

/** Whether it may end the right of this one to listen. What became of others is no reason to ask the database. */
export function concernsAccess({ word, subject }: LiveChange, who: { sessionId: string; userId: string }): boolean {
  return /^(session|member)\b/.test(word) && (subject === who.sessionId || subject === who.userId);
}
