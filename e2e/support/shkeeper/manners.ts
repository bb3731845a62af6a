/** How the double behaves; everything off is the server as it is on a good day. Set at the start or by `PUT /_double/manners`. */
export type Manners = {
  /** How long the wallet takes to answer a submission; it pays before it answers. */
  walletDelayMs: number;
  /** Of every 100 submissions, how many meet `walletDelayMs`: chosen by a counter, so that runs repeat. */
  delayedOfHundred: number;
  /** After which the server gives up on its wallet and answers "Read timed out". The original waits 10 seconds. */
  readTimeoutMs: number;
  /** The wallet says no, with these words behind `msg`; the external id is burnt. */
  refuse: string | null;
  /** The wallet cannot be reached. */
  walletDown: boolean;
  /** The connection breaks after the wallet was asked, before we answer. */
  breakAfterSubmit: boolean;
  /** Per cent of the amount that the platform keeps: two transfers in one task, the fee first. */
  platformFeePercent: number;
  /** The transfer fails on the chain, and the task says SUCCESS. */
  revert: boolean;
  /** What the task and the status name in place of the real hash. */
  wrongHash: string | null;
  /** Hashes of the task begin with 0x, as those of older wallets do. */
  prefixedHashes: boolean;
  /** The task fails with this text after the money has left. */
  failAfterSending: string | null;
  /** The row stands before the wallet is asked, and is FAIL where that threw: servers since the end of August 2026. */
  reservesRow: boolean;
  /** Several stores: the wallet checks address and amount at once. */
  multistore: boolean;
  /** The user is a store's own, whose money may go to this address alone. */
  storeUserOf: string | null;
  storeActive: boolean;
  /** The server is away: every connection is closed without an answer. */
  away: boolean;
  /** The wallet takes orders, and its worker stands still: their tasks stay PENDING. */
  stuck: boolean;
  /** The task fails with this text before anything has left. */
  failBeforeSending: string | null;
  /** Whether the operator switched the callbacks of payouts on. */
  callbacks: boolean;
  /** The wallet's node is away: balances are 0 and "Offline". */
  offline: boolean;
  /** The server's jobs run by themselves every so often; 0: only by `POST /_double/tick`. The original: 60. */
  jobSeconds: number;
};

export const goodManners: Manners = {
  walletDelayMs: 0,
  delayedOfHundred: 100,
  readTimeoutMs: 10_000,
  refuse: null,
  walletDown: false,
  breakAfterSubmit: false,
  platformFeePercent: 0,
  revert: false,
  wrongHash: null,
  prefixedHashes: false,
  failAfterSending: null,
  reservesRow: false,
  multistore: false,
  storeUserOf: null,
  storeActive: true,
  away: false,
  stuck: false,
  failBeforeSending: null,
  callbacks: true,
  offline: false,
  jobSeconds: 0,
};
