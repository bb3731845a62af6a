import type { HashFacts, LogFacts, MinedSighting, Resolution } from '@/lib/by-hand/sightings/facts';
import type { PlannedPayment } from '@/lib/rails/wallet/calls';
import type { HandLog } from '@/lib/rails/wallet/logs';
import type { HandSighting } from '@/lib/rails/wallet/look';

type Waits = Extract<HandSighting, { state: 'waiting' }>;

/** One payment of 25 units from a wallet to a payee, as the decision table of `resolve` varies it. */

export const wallet = `0x${'a1'.repeat(20)}`;
export const other = `0x${'b2'.repeat(20)}`;
export const payee = `0x${'c3'.repeat(20)}`;
export const token = `0x${'d4'.repeat(20)}`;
export const hash = `0x${'11'.repeat(32)}`;
export const created = new Date('2026-03-01T12:00:00Z');
export const later = new Date('2026-03-01T12:05:00Z');
export const before = new Date('2026-03-01T11:00:00Z');

export const log: HandLog = {
  ...{ hash, blockNumber: 50n, blockHash: `0x${'22'.repeat(32)}`, logIndex: 3 },
  ...{ token, from: wallet, recipient: payee, amount: 25n },
};
export const less = { ...log, logIndex: 4, amount: 24n };
export const elsewhere = { ...log, recipient: other };
export const planned: PlannedPayment[] = [{ token, from: wallet, recipient: payee, amount: 25n }];
export const stranger: PlannedPayment[] = [{ token, from: wallet, recipient: other, amount: 25n }];
export const payout: LogFacts['payout'] = {
  ...{ id: 'po_1', rail: 'wallet', chain: 'local', token, gross: 25n, fee: 0n, net: 25n, feeCollector: null },
  ...{
    claimId: null,
    recipientKey: null,
    expiresAt: new Date(0),
    recipientAddress: payee,
    createdAt: created,
    status: 'pending',
  },
};

export const by = { from: wallet, nonce: 7 };
export const mined: MinedSighting = {
  ...{ state: 'mined', ...by, succeeded: true, blockNumber: 50n, blockHash: log.blockHash },
  ...{ planned, payments: [log] },
};
export const waiting: Waits = { state: 'waiting', ...by, planned };
export const missing = { state: 'missing' } as const;
export const block = { at: later, isFinal: true };
export const signing = { id: 'sg_1', sender: wallet, nonceFloor: 5, way: 'transfer', deadline: null } as const;
export const transfer: HashFacts['transfer'] = {
  ...{ status: 'submitted', sender: wallet, nonce: 7, proposal: null, proposalNumber: null },
  ...{ deniedAtBlock: null, seenAt: null },
};
export const nobody: ReadonlySet<string> = new Set();
export const pays: Resolution = { is: 'pays', logs: [log], carrier: mined };
export const failed = { ...mined, succeeded: false, payments: [] };
export const movedLess = { ...mined, payments: [less] };
export type Row<Facts> = [title: string, facts: Partial<Facts>, resolution: Resolution];
export type Case<Facts> = [title: string, facts: Facts, resolution: Resolution];
