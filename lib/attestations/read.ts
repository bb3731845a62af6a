import type { Language } from '@/db/vocabulary/mails';
import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { idPattern } from '@/lib/kernel/ids';
import { hashToken } from '@/lib/kernel/secrets';
import type { VerificationAnswer } from '@/lib/wire/attestation';
import { presentVerification } from './present';
import type { ListVerificationsQuery, VerificationPage } from './schema';
import { findByLink, findVerification, selectVerifications } from './store';

/** One verification of the acting merchant. Refuses: not_found, also for another merchant's. */
export async function readVerification(ctx: Context, id: string): Promise<VerificationAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const found = await findVerification(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found', { detail: `There is no verification ${id}.` });
  return presentVerification(found.verification, found.attestation, ctx.clock.now());
}

/** A page of the acting merchant's verifications, newest first. */
export async function listVerifications(ctx: Context, query: ListVerificationsQuery): Promise<VerificationPage> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { reference, limit, cursor } = query;
  const olderThan = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await selectVerifications(ctx.db, { merchantId, reference, olderThan, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.verification;
  return {
    data: page.map((row) => presentVerification(row.verification, row.attestation, ctx.clock.now())),
    next_cursor: rows.length > page.length && last ? Buffer.from(last.id).toString('base64url') : null,
  };
}

/** The language that the merchant of a verification link chose for readers who name none; null where it chose none. */
export async function verificationLanguageOf(ctx: Context, token: string): Promise<Language | null> {
  return (await findByLink(ctx.db, hashToken(token)))?.merchant.language ?? null;
}

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (idPattern('verification').test(id)) return id;
  throw new Refusal('invalid_request', { field: 'cursor', detail: 'This cursor is not one of ours.' });
}
