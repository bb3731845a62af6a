import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Obstacle, RailId } from '@/db/vocabulary/payouts';
import type { NetworkFee } from '@/lib/evm/network-fee';
import type { Failure } from '@/lib/wire/reason';
import type { Watch } from './sighting';
import type { RailTerms } from './terms';

/** What the contract rail must know to move one payout's money. Amounts in base units, addresses in lower case. */
export type ClaimFacts = {
  chain: ChainKey;
  vault: string;
  token: string;
  gross: bigint;
  fee: bigint;
  feeCollector: string;
  claimId: bigint;
};

/** What a payment by hand must be: this much of this token from one of our wallets to one address. */
export type HandFacts = {
  chain: ChainKey;
  token: string;
  /** Whose payment it is held to be; null while that is not known. */
  sender: string | null;
  recipient: string;
  amount: bigint;
};

/** What is owed, as every rail gets to see it; each takes from it the facts that it needs. */
export type OwedPayout = {
  id: string;
  rail: RailId;
  chain: ChainKey;
  token: string;
  gross: bigint;
  fee: bigint;
  net: bigint;
  feeCollector: string | null;
  claimId: bigint | null;
  recipientAddress: string | null;
  /** The address of the key that names its recipient; null where none does. */
  recipientKey: string | null;
  expiresAt: Date;
};
export type OwedVault = { address: string };

/** A payout, the vault that pays it where there is one, and the transfer that is said to. */
export type Payment = { payout: OwedPayout; vault: OwedVault | null; transfer: { sender: string | null } };

/** A call for a wallet to send. */
export type Call = { chainId: number; to: `0x${string}`; data: `0x${string}`; value: '0x0' };

/** Where on the chain a payment stands. */
export type PaymentLog = { hash: string; blockNumber: bigint; blockHash: string; logIndex: number; recipient: string };

/** A payment, and where it is said to stand. */
export type LoggedPayment = { payment: Payment; log: PaymentLog };

/** How a reported hash looks to the rail: `stranger` moves something else; one that waits and is `late` can pay no more. */
export type Inspection =
  | { state: 'missing' }
  | { state: 'stranger' }
  | { state: 'waiting'; sender: string; nonce: number; ours: boolean; late: boolean }
  | { state: 'reverted'; sender: string; nonce: number; ours: boolean; blockNumber: bigint; reason: Failure }
  | { state: 'paid'; sender: string; nonce: number; log: PaymentLog };

/**
 * `absent`: the node does not show the transfer where it was, which proves nothing either way. `byKey`: the key of the payout's
 * link named this recipient, whether or not the portal knew of it.
 */
export type Proof =
  | { state: 'proved'; recipient: string; byKey?: boolean }
  | { state: 'differs'; because: Failure }
  | { state: 'absent' };

/** Which vault, asset and signer are looked at. Addresses in lower case. */
export type VaultFacts = { chain: ChainKey; vault: string; token: string; signer: string; feeCollector: string };

/** What a vault can pay of one asset, and what keeps it from it; base units. */
export type VaultState = {
  balance: bigint;
  allowance: bigint;
  /** Null where the vault names no such signer. */
  signer: { capacity: bigint; available: bigint; feeCeiling: bigint; expired: boolean } | null;
  /** What the token itself says against any payment from this vault. */
  token: 'token_paused' | 'vault_blocked' | 'token_fee' | 'token_refuses' | null;
  blockTime: Date;
};

/** One payout as the vault would pay it; `recipient` is null while nobody knows who claims. */
export type WantedPayment = { gross: bigint; fee: bigint; recipient: string | null };

/** `used`: the contract has paid or cancelled this id. `refused`: anything else, in the word of who refuses. */
type Refused = { ok: false; because: 'used' | 'refused'; word: string };
export type Trial = { ok: true } | Refused;
export type Simulation = { ok: true; networkFee: NetworkFee; balance: bigint } | Refused;

export type ClaimId = { vault: string; claimId: bigint };
export type ClaimLog = PaymentLog & { vault: string; token: string; claimId: bigint; gross: bigint; fee: bigint };
/** Claim ids that a vault has burnt: bit n of `mask` is the id `word` × 256 + n. */
export type CancelLog = { vault: string; word: bigint; mask: bigint; blockNumber: bigint; blockHash: string };
/** An order that the contract paid out of a vault: `count` ids from `firstId` on are used up. */
export type OrderLog = Omit<PaymentLog, 'recipient'> & {
  vault: string;
  token: string;
  firstId: bigint;
  count: bigint;
  paid: bigint;
};
export type ClaimLogs = { claims: ClaimLog[]; cancellations: CancelLog[]; orders: OrderLog[] };

/** One payout as the contract takes it, still unsigned: the message of EIP-712, and which contract on which chain it is for. */
export type Voucher = {
  chainId: number;
  contract: `0x${string}`;
  /** `KeyPayout` has the key of a link in the recipient's place. */
  kind: 'Payout' | 'KeyPayout';
  message: {
    vault: `0x${string}`;
    token: `0x${string}`;
    recipient: `0x${string}`;
    amount: bigint;
    fee: bigint;
    feeCollector: `0x${string}`;
    payoutId: bigint;
    deadline: bigint;
  };
};
/** Why there is no signature; `word` is what the signer itself said, where it did. */
export type NoSignature = { ok: false; because: 'signer_declined' | 'signer_unreachable'; word: string | null };
export type SignatureAnswer = { ok: true; signature: `0x${string}` } | NoSignature;
/** Who signs a vault's payouts. May take seconds and may refuse, so never ask it inside a transaction. */
export type VoucherSigner = (voucher: Voucher) => Promise<SignatureAnswer>;

/** The recipient whom the key of a link names by its signature. */
export type NamedByKey = { key: string; recipient: string; signature: string };

/** What a rail needs when recipients claim their payments. */
export type RailClaims = {
  /** What the vault can pay now; an answer at most `maxAgeMs` old will do. Refuses: chain_unavailable. */
  look(facts: VaultFacts, maxAgeMs?: number): Promise<VaultState>;
  /** What keeps a vault in this state from paying this; null where nothing does. The one rule for page, claim and worker. */
  obstacle(facts: VaultFacts, state: VaultState, wanted: WantedPayment, maxAgeMs?: number): Promise<Obstacle | null>;
  /** The call that pays one recipient until `deadline`, signed by the vault's signer. Write the voucher down before. */
  sign(
    facts: ClaimFacts,
    recipient: string,
    deadline: Date,
    signer: VoucherSigner,
  ): Promise<{ ok: true; call: Call } | NoSignature>;
  /** One call that pays all of these, which `sign` made; one that cannot be paid is passed over. */
  join(calls: readonly Call[]): Call;
  /** Runs the call without sending it. */
  tryOut(chain: ChainKey, call: Call): Promise<Trial>;
  /** Which claims a transfer paid; null from a node that does not show it in a block. */
  readPaid(chain: ChainKey, hash: string): Promise<ClaimId[] | null>;
  /** The hash of this payout to whom a key names: what the key signs beside the recipient. */
  keyHash(facts: ClaimFacts, key: string, deadline: Date): `0x${string}`;
  /** Whether the key names this recipient with that signature. */
  isNamed(facts: ClaimFacts, named: NamedByKey, deadline: Date): Promise<boolean>;
  /** Whether this signer signed this payout to whom a key names. */
  isSignedForKey(
    facts: ClaimFacts,
    key: string,
    deadline: Date,
    by: { signer: string; signature: string },
  ): Promise<boolean>;
  /** As `sign`, to whom a key names. */
  signForKey(
    facts: ClaimFacts,
    named: NamedByKey,
    deadline: Date,
    signer: VoucherSigner,
  ): Promise<{ ok: true; call: Call } | NoSignature>;
  /** Runs the call without sending it, and prices it for the wallet that would. */
  rehearse(chain: ChainKey, call: Call, sender: string): Promise<Simulation>;
  /** What the contract used a claim id for, in the blocks from `from` on; null where they do not show it. */
  findUse(chain: ChainKey, vault: string, claimId: bigint, from: bigint): Promise<'claimed' | 'cancelled' | null>;
};

/** A way for money to leave. A rail reads and prepares; it never decides that a payout is paid. */
export type Rail = {
  terms: RailTerms;
  /** Whether this log, read again, paid exactly this payout, and who got it. */
  prove(payment: Payment, log: PaymentLog): Promise<Proof>;
  /** The same of payments that stand in one transfer, from one reading of it; without it each is read by itself. */
  proveTogether?(payments: readonly LoggedPayment[]): Promise<Proof[]>;
  /** How its payments are seen on a chain. */
  watch: Watch;
};

export type ClaimRail = Rail & {
  /** Reads from the chain what a reported hash is. */
  inspect(facts: ClaimFacts, signer: string, hash: string): Promise<Inspection>;
  /** The same to each of several payouts, from one reading; without a signer where the call is one that we sent. */
  inspectAll(
    chain: ChainKey,
    wanted: readonly { facts: ClaimFacts; signer: string | null }[],
    hash: string,
  ): Promise<Inspection[]>;
  /** What the chain says of these vaults' payments in a range of blocks. */
  readLogs(client: PublicClient, vaults: ReadonlySet<string>, from: bigint, to: bigint): Promise<ClaimLogs>;
  /** Which of these claim ids the contract has paid or burnt, as of a block. */
  readUsed(client: PublicClient, ids: readonly ClaimId[], at: bigint | 'latest'): Promise<boolean[]>;
  claims: RailClaims;
};
