import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { type BusyAccount, lockAccount, saveNextNonce, selectBusyAccounts } from './account-store';
import { ceilingOf, firstOffer, type Market, type Offer } from './fees';
import { lockSend, type RelaySend, saveWaits, selectWaiting, updateSend } from './send-store';
import { signVersion } from './sign';

/** Nodes keep about so many transfers of one account that are in no block. */
export const maxOpenOfAccount = 16;
const atOnce = 100;
/** What could not be in a block before its time is over is not signed any more. */
const leastSeconds = 20;

/**
 * Gives each send that waits a nonce of an account that can pay for it, and signs it. Nonce and bytes are written in one
 * transaction. Returns how many it signed.
 */
export async function signWaiting(ctx: Context, chain: ChainKey, market: Market): Promise<number> {
  const waiting = await selectWaiting(ctx.db, chain, atOnce);
  const late = addSeconds(ctx.clock.now(), leastSeconds);
  for (const send of waiting.filter(({ validUntil }) => validUntil <= late)) await lapse(ctx, send);
  const timely = waiting.filter(({ validUntil }) => validUntil > late);
  if (timely.length === 0) return 0;
  const offer = firstOffer(market, ceilingOf(chain));
  if (!offer) {
    await saveWaits(ctx.db, chain, 'gas_too_dear');
    return 0;
  }
  const accounts = await selectBusyAccounts(ctx.db, chain);
  let signed = 0;
  for (const send of timely) {
    if (await signByOne(ctx, accounts, send, offer)) signed += 1;
  }
  if (signed < timely.length) await saveWaits(ctx.db, chain, whyNone(accounts));
  return signed;
}

/** By the first account that can; one that cannot, such as one whose key does not open, is taken out of `accounts` for this run. */
async function signByOne(ctx: Context, accounts: BusyAccount[], send: RelaySend, offer: Offer): Promise<boolean> {
  for (let account = pickAccount(accounts, send, offer); account; account = pickAccount(accounts, send, offer)) {
    try {
      if (!(await signFirst(ctx, account, send, offer))) return false;
      account.open += 1;
      account.reserved += costOf(send, offer);
      return true;
    } catch (error) {
      accounts.splice(accounts.indexOf(account), 1);
      log.error({ chain: send.chain, account: account.address, err: error }, 'an account cannot sign');
    }
  }
  return false;
}

const costOf = ({ gas, value }: RelaySend, { maxFee }: Offer) => gas * maxFee + value;

/** The least busy of those that can pay for it. */
function pickAccount(accounts: readonly BusyAccount[], send: RelaySend, offer: Offer): BusyAccount | null {
  const able = accounts
    .filter(({ id, purpose }) => (send.accountId === null ? purpose === 'relay' : id === send.accountId))
    .filter(({ stop, open }) => !stop && open < maxOpenOfAccount)
    .filter(({ balance, reserved }) => balance !== null && balance - reserved >= costOf(send, offer));
  return able.sort((a, b) => a.open - b.open)[0] ?? null;
}

function whyNone(accounts: readonly BusyAccount[]) {
  const usable = accounts.filter(({ purpose, stop }) => purpose === 'relay' && !stop);
  if (usable.length === 0) return 'no_account';
  return usable.every(({ open }) => open >= maxOpenOfAccount) ? null : 'accounts_low';
}

async function signFirst(ctx: Context, chosen: BusyAccount, was: RelaySend, offer: Offer): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const account = await lockAccount(tx, chosen.id);
    const send = await lockSend(tx, was);
    if (!account || account.stop || !send) return false;
    const nonce = account.nextNonce;
    await updateSend(tx, send.id, { status: 'signed', accountId: account.id, nonce, because: null }, now);
    await signVersion(tx, account, { ...send, nonce }, { number: 0, kind: 'call', offer }, now);
    await saveNextNonce(tx, account);
    return true;
  });
}

/** Nothing of it was ever signed, so nothing of it can come. */
async function lapse(ctx: Context, was: RelaySend): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const send = await lockSend(tx, was);
    if (send) await updateSend(tx, send.id, { status: 'lapsed', finalAt: now }, now);
  });
  log.warn({ send: was.id, because: was.because }, 'a call was not sent in its time');
}
