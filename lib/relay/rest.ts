import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { queueMail } from '@/lib/mail/outbox';
import { type RelayAccount, saveRest, saveRestTold } from './account-store';
import { CannotSign, tryToSign } from './sign';

/** How long an account that cannot sign is asked for nothing new: what its service refuses changes by a person's hand. */
const restSeconds = { declined: 300, silent: 20 } as const;
/** The operator is told of it once in so long, in seconds. */
const toldSeconds = 86_400;

/**
 * What cannot sign rests, so that nothing is offered by it, and tells the operator when that lasts. Answers why; throws any
 * other error.
 */
export async function rest(ctx: Context, account: RelayAccount, error: unknown): Promise<string> {
  if (!(error instanceof CannotSign)) throw error;
  const { chain, address, restCode } = account;
  const { code, isDeclined } = error;
  log.error({ chain, account: address, code, err: error }, 'a relay account cannot sign');
  const restsUntil = addSeconds(ctx.clock.now(), isDeclined ? restSeconds.declined : restSeconds.silent);
  await saveRest(ctx.db, account.id, { restsUntil, restCode: code });
  // One answer that is late is no news; what a service says is.
  if (isDeclined || restCode !== null || code === 'key_closed') await tell(ctx, account, code);
  return code;
}

/** Has an account sign again once it can; finds one whose key does not open before it is offered. */
export async function endRest(ctx: Context, account: RelayAccount): Promise<void> {
  const { restsUntil, sealedKey, id, chain, address } = account;
  if (restsUntil === null ? sealedKey === null : restsUntil > ctx.clock.now()) return;
  try {
    await tryToSign(ctx, account);
  } catch (error) {
    return void (await rest(ctx, account, error));
  }
  if (restsUntil === null) return;
  await saveRest(ctx.db, id, null);
  log.info({ chain, account: address }, 'a relay account signs again');
}

async function tell(ctx: Context, { id, chain, address }: RelayAccount, code: string): Promise<void> {
  const now = ctx.clock.now();
  const to = env.OPERATOR_EMAIL;
  if (!to) return;
  await ctx.db.transaction(async (tx) => {
    if (!(await saveRestTold(tx, id, now, addSeconds(now, -toldSeconds)))) return;
    const { name } = chainOf(chain);
    const text = [
      `The account ${address} on ${name} cannot sign (${code}), so it sends nothing new. What it signed before goes on.`,
      code === 'key_closed'
        ? 'Its key does not open with SECRETS_KEY. Was that setting changed?'
        : 'Look at the service that keeps its key, and at its log. It is tried again by itself.',
      'No money of a merchant is in this account. While no account can sign, recipients are asked to pay the network fee themselves.',
    ].join('\n\n');
    await queueMail(tx, { merchantId: null, to, subject: `A relay account on ${name} cannot sign`, text, now });
  });
}
