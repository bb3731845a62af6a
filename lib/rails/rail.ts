import type { ChainKey, RailId } from '@/db/vocabulary';

/** What a rail must know to move one payout's money. Amounts in base units, addresses in lower case. */
export type PaymentFacts = {
  chain: ChainKey;
  vault: string;
  token: string;
  gross: bigint;
  fee: bigint;
  feeCollector: string;
  claimId: bigint;
};

/** A call for a wallet to send. */
export type Call = { chainId: number; to: `0x${string}`; data: `0x${string}`; value: '0x0' };

/** Where on the chain a payment stands. */
export type PaymentLog = { hash: string; blockNumber: bigint; blockHash: string; logIndex: number; recipient: string };

/** How a reported hash looks to the rail: `stranger` moves something else, `carrier` may contain the payment. */
export type Inspection =
  | { state: 'missing' }
  | { state: 'stranger' }
  | { state: 'waiting'; sender: string; nonce: number; ours: boolean }
  | { state: 'reverted'; sender: string; nonce: number; ours: boolean; blockNumber: bigint; reason: string }
  | { state: 'paid'; sender: string; nonce: number; log: PaymentLog };

export type Proof = { proved: true; recipient: string } | { proved: false; because: string };

/** A way for money to leave. A rail reads and prepares; it never decides that a payout is paid. */
export type Rail = {
  id: RailId;
  /** What a hash that somebody named is, read from the chain. */
  inspect(facts: PaymentFacts, hash: string): Promise<Inspection>;
  /** Whether this log, read again, paid exactly this payout: contract, vault, token, both amounts, and who got it. */
  prove(facts: PaymentFacts, log: PaymentLog): Promise<Proof>;
};
