import { randomInt } from 'node:crypto';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { keyedHash } from '@/lib/kernel/secrets';
import { queueMail } from '@/lib/mail/outbox';
import { testMail } from '@/lib/mail/render';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { lockInstallation, updateInstallation } from '@/lib/operators/store';

const subjectId = 'installation';
const hashOf = (code: string) => keyedHash(code, 'test mail');

/** Sends a mail with a code. That it comes back is the proof that mails arrive. */
export async function sendTestMail(ctx: Context, email: string): Promise<void> {
  requireOperator(ctx, 'installation:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  await ctx.db.transaction(async (tx) => {
    await updateInstallation(tx, { mailCodeHash: hashOf(code) });
    await queueMail(tx, { merchantId: null, to: email, ...testMail({ code, portal: env.BASE_URL }), now });
    await auditOperator(tx, ctx, { action: 'installation.test_mail_sent', subjectId, detail: { to: email }, now });
  });
}

/** Notes that the newest test mail arrived. Refuses: code_wrong. */
export async function confirmTestMail(ctx: Context, code: string): Promise<void> {
  requireOperator(ctx, 'installation:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const { mailCodeHash } = await lockInstallation(tx);
    if (mailCodeHash !== hashOf(code))
      throw new Refusal('code_wrong', { field: 'code', detail: 'That is not the code of the newest test mail.' });
    await updateInstallation(tx, { mailCodeHash: null, mailArrivedAt: now });
    await auditOperator(tx, ctx, { action: 'installation.test_mail_arrived', subjectId, now });
  });
}

/** Notes when a backup was made that the operator has seen restored. Refuses: invalid_request. */
export async function confirmBackup(ctx: Context, at: Date): Promise<void> {
  const actor = requireOperator(ctx, 'installation:write');
  requireOperatorStepUp(ctx);
  if (actor.kind !== 'operator') throw new Refusal('forbidden', { detail: 'Only people confirm a backup.' });
  const now = ctx.clock.now();
  if (at > now) throw new Refusal('invalid_request', { field: 'at', detail: 'This is in the future.' });
  await ctx.db.transaction(async (tx) => {
    const { backupAt } = await lockInstallation(tx);
    await updateInstallation(tx, { backupAt: at, backupBy: actor.userId });
    const facts = { before: { at: backupAt?.toISOString() ?? null }, after: { at: at.toISOString() } };
    await auditOperator(tx, ctx, { action: 'installation.backup_confirmed', subjectId, ...facts, now });
  });
}

/** Says where fees of vaults go that are added from now on. Those that are there keep theirs. */
export async function chooseFeeCollector(ctx: Context, address: string | null): Promise<void> {
  requireOperator(ctx, 'installation:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const { feeCollector } = await lockInstallation(tx);
    await updateInstallation(tx, { feeCollector: address?.toLowerCase() ?? null });
    const shown = (one: string | null) => one && checksumAddress(one);
    const facts = { before: { address: shown(feeCollector) }, after: { address: shown(address) } };
    await auditOperator(tx, ctx, { action: 'installation.fee_collector_chosen', subjectId, ...facts, now });
  });
}
