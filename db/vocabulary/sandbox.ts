/** Closed lists of words about test recipients. */

/** Recipients that no payout with real money may name, each with the end that a test payout to it comes to. */
export const sandboxAddresses = {
  paid: '0x1111111111111111111111111111111111111111',
  target_invalid: '0x2222222222222222222222222222222222222222',
  address_invalid: '0x3333333333333333333333333333333333333333',
  network_unsupported: '0x4444444444444444444444444444444444444444',
  refused_by_token: '0x5555555555555555555555555555555555555555',
  screening_hit: '0x6666666666666666666666666666666666666666',
  awaiting_funds: '0x7777777777777777777777777777777777777777',
  undone: '0x8888888888888888888888888888888888888888',
  expired: '0x9999999999999999999999999999999999999999',
} as const;
export type SandboxOutcome = keyof typeof sandboxAddresses;

/** The same for mailboxes, by what becomes of each mail to one. */
export const sandboxMailboxes = {
  bounced: 'bounce@example.com',
  late: 'late@example.com',
  complained: 'spam@example.com',
} as const;
export type SandboxMail = keyof typeof sandboxMailboxes;
