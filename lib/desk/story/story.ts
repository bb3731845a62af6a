import { type Context, requirePermission } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { explorerLink } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { mailsAbout } from '@/lib/mail/report';
import { digestOf } from '@/lib/payouts/approvals/approval-digest';
import { selectMakers } from '@/lib/payouts/approvals/approval-store';
import { failureWords } from '@/lib/payouts/failure';
import { presentMail } from '@/lib/payouts/mails/present-mail';
import { readAndPresent } from '@/lib/payouts/present';
import { findPayout, type Payout } from '@/lib/payouts/store';
import type { Transfer } from '@/lib/payouts/transfer-store';
import { booked, changes, momentsOf, type Named, readTold, type Timed, told } from './lines';
import { nameActors } from './names';
import type { PayoutStory } from './schema';
import {
  findHoldOf,
  findVaultAddress,
  maxLines,
  selectApprovalsOf,
  selectAuditOf,
  selectLinksOf,
  selectPostingsOf,
  selectTransfersOf,
  selectVouchersOf,
} from './store';

/** One payout and everything that happened to it. Refuses: not_found, also for another merchant's. */
export async function tellStory(ctx: Context, id: string): Promise<PayoutStory> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const payout = await findPayout(ctx.db, merchantId, id);
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
  const now = ctx.clock.now();
  const [answer, read, hold, vault, makers] = await Promise.all([
    readAndPresent(ctx.db, payout),
    readAll(ctx, payout),
    findHoldOf(ctx.db, payout, now),
    payout.vaultId === null ? null : findVaultAddress(ctx.db, merchantId, payout.vaultId),
    selectMakers(ctx.db, merchantId, [payout.id]),
  ]);
  const user = (userId: string | null) => ({ kind: 'user' as const, id: userId });
  const named = await nameActors(ctx.db, merchantId, [
    ...read.audit.map((line) => ({ kind: line.actorKind, id: line.actorId })),
    ...read.approvals.map((one) => user(one.userId)),
    user(payout.createdBy),
    { kind: 'api_key', id: payout.createdByKey },
    user(hold?.userId ?? null),
  ]);
  const lines = [
    ...changes(read, named),
    ...told(read),
    ...booked(read, payout),
    ...read.transfers.flatMap(transferSteps),
    ...handedOut(read),
    ...mailed(read),
  ];
  const digest = digestOf(payout);
  return {
    payout: answer,
    moments: momentsOf(lines),
    cut: Object.values(read).some((rows) => rows.length >= maxLines),
    approvals:
      payout.approvalsNeeded === 0
        ? null
        : {
            needed: payout.approvalsNeeded,
            given: read.approvals
              .filter((one) => one.digest === digest)
              .map((one) => ({ by: named(user(one.userId)), at: one.createdAt.toISOString() })),
          },
    hold: hold && { by: named(user(hold.userId)), until: hold.until.toISOString() },
    created_by: makerOf(payout, read, named),
    maker_id: makers.get(payout.id) ?? null,
    vault:
      vault !== null && payout.claimId !== null
        ? { address: checksumAddress(vault), claim_id: payout.claimId.toString() }
        : null,
  };
}

async function readAll({ db }: Context, payout: Payout) {
  const [told, audit, postings, transfers, vouchers, links, approvals, mails] = await Promise.all([
    readTold(db, payout),
    selectAuditOf(db, payout),
    selectPostingsOf(db, payout),
    selectTransfersOf(db, payout),
    selectVouchersOf(db, payout),
    selectLinksOf(db, payout),
    selectApprovalsOf(db, payout),
    mailsAbout(db, { merchantId: payout.merchantId, payoutId: payout.id }),
  ]);
  return { ...told, audit, postings, transfers, vouchers, links, approvals, mails };
}
type StoryRows = Awaited<ReturnType<typeof readAll>>;

/** The person who made it, or else the key that the server asked with; null where nobody wrote it down. */
function makerOf({ createdBy, createdByKey }: Payout, { audit }: StoryRows, named: Named): PayoutStory['created_by'] {
  if (createdBy !== null) return named({ kind: 'user', id: createdBy });
  if (createdByKey !== null) return named({ kind: 'api_key', id: createdByKey });
  const made = audit.find(({ action }) => action === 'payout.created');
  return made ? named({ kind: made.actorKind, id: made.actorId }) : null;
}

const over = ['confirmed', 'reverted', 'replaced', 'dropped'];

function transferSteps(row: Transfer): Timed[] {
  const transfer = {
    ...{ id: row.id, rail: row.rail, status: row.status, hash: row.hash, nonce: row.nonce, signing: row.signingId },
    explorer_url: row.hash && explorerLink(row.chain, row.hash),
    sender: row.sender && checksumAddress(row.sender),
    recipient: row.recipient && checksumAddress(row.recipient),
    block_number: row.blockNumber?.toString() ?? null,
    failure_reason: failureWords(row),
  };
  const step = (at: Date, word: 'made' | 'seen' | 'ended'): Timed => ({
    at,
    line: { type: 'transfer', step: word, transfer },
  });
  const seen = row.seenAt && row.seenAt.getTime() !== row.createdAt.getTime() ? [step(row.seenAt, 'seen')] : [];
  return [step(row.createdAt, 'made'), ...seen, ...(over.includes(row.status) ? [step(row.updatedAt, 'ended')] : [])];
}

/** Each mail where it was written, as it stands now. */
function mailed({ mails }: StoryRows): Timed[] {
  return mails.flatMap((row) => {
    const mail = presentMail(row);
    return mail ? [{ at: row.createdAt, line: { type: 'mail' as const, mail } }] : [];
  });
}

function handedOut({ vouchers, links }: StoryRows): Timed[] {
  return [
    ...vouchers.map(
      ({ recipient, deadline, createdAt }): Timed => ({
        at: createdAt,
        line: { type: 'voucher', recipient: checksumAddress(recipient), deadline: deadline.toISOString() },
      }),
    ),
    ...links.flatMap(({ createdAt, revokedAt }): Timed[] => [
      { at: createdAt, line: { type: 'link', step: 'made' } },
      ...(revokedAt ? [{ at: revokedAt, line: { type: 'link' as const, step: 'revoked' as const } }] : []),
    ]),
  ];
}
