import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { carriesStopped, isChainStopped, isChainStoppedHeld } from '@/lib/stops/store';
import { type BusyAccount, lockAccount, mayTake, saveNextNonce, selectBusyAccounts } from './account-store';
import { ceilingOf, firstOffer, type Market, type Offer } from './fees';
import { rest } from './rest';
import { lockSend, type RelaySend, saveWaits, selectWaiting, updateSend } from './send-store';
import { signForm, storeForm } from './sign';

/** Nodes keep about so many transfers of one account that are in no block. */
export const maxOpenOfAccount = 16;
const atOnce = 100;
/** What could not be in a block before its time is over is not signed any more. */
const leastSeconds = 20;

/**
 * Gives each send that waits a nonce of an account that can pay for it, and signs it. Nonce and bytes are written in one
 * transaction; then `onSigned` hears of it, before the next is signed. Where the chain is stopped, they wait. Returns how many it signed.
 */
export async function signWaiting(
  ctx: Context,
  chain: ChainKey,
  market: Market,
  onSigned: (sendId: string) => void,
): Promise<number> {
  const waiting = await selectWaiting(ctx.db, chain, atOnce);
  const late = addSeconds(ctx.clock.now(), leastSeconds);
  for (const send of waiting.filter(({ validUntil }) => validUntil <= late)) await lapse(ctx, send);
  const timely = waiting.filter(({ validUntil }) => validUntil > late);
  if (timely.length === 0 || (await isChainStopped(ctx.db, chain))) return 0;
  const offer = firstOffer(market, ceilingOf(chain));
  if (!offer) {
    await saveWaits(ctx.db, chain, 'gas_too_dear');
    return 0;
  }
  const accounts = await selectBusyAccounts(ctx.db, chain);
  let signed = 0;
  for (const send of timely) {
    if (!(await signByOne(ctx, accounts, send, offer))) continue;
    signed += 1;
    onSigned(send.id);
  }
  if (signed < timely.length) await saveWaits(ctx.db, chain, whyNone(accounts));
  return signed;
}

/** By the first account that can; one that cannot, such as one whose key does not open, rests. */
async function signByOne(ctx: Context, accounts: BusyAccount[], send: RelaySend, offer: Offer): Promise<boolean> {
  for (let account = pickAccount(accounts, send, offer); account; account = pickAccount(accounts, send, offer)) {
    try {
      const nextNonce = await signFirst(ctx, account, send, offer);
      if (nextNonce === null) return false;
      const isSigned = nextNonce === account.nextNonce;
      // Another worker took this nonce for something else: ours was signed for nothing, and is signed again under the next one.
      account.open += isSigned ? 1 : nextNonce - account.nextNonce;
      account.nextNonce = isSigned ? nextNonce + 1 : nextNonce;
      if (!isSigned) continue;
      account.reserved += costOf(send, offer);
      return true;
    } catch (error) {
      account.restCode = await rest(ctx, account, error);
    }
  }
  return false;
}

const costOf = ({ gas, value }: RelaySend, { maxFee }: Offer) => gas * maxFee + value;

/** The least busy of those that can pay for it. */
function pickAccount(accounts: readonly BusyAccount[], send: RelaySend, offer: Offer): BusyAccount | null {
  const able = accounts
    .filter(({ id, purpose }) => (send.accountId === null ? purpose === 'relay' : id === send.accountId))
    .filter((account) => mayTake(account) && account.open < maxOpenOfAccount)
    .filter(({ balance, reserved }) => balance !== null && balance - reserved >= costOf(send, offer));
  return able.sort((a, b) => a.open - b.open)[0] ?? null;
}

function whyNone(accounts: readonly BusyAccount[]) {
  const own = accounts.filter(({ purpose, stop }) => purpose === 'relay' && !stop);
  if (own.length === 0) return 'no_account';
  const usable = own.filter(mayTake);
  return usable.length > 0 && usable.every(({ open }) => open >= maxOpenOfAccount) ? null : 'accounts_low';
}

/**
 * Signs first, and then takes the nonce and stores the bytes in one transaction: so a signer that is slow or dies leaves no
 * nonce without bytes. Answers the nonce that the account gave; another one than expected, and nothing is written; null where
 * nothing is to be sent any more.
 */
async function signFirst(ctx: Context, chosen: BusyAccount, was: RelaySend, offer: Offer): Promise<number | null> {
  const form = { number: 0, kind: 'call' as const, offer };
  const numbered = { ...was, nonce: chosen.nextNonce };
  const raw = await signForm(ctx, chosen, numbered, form);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const account = await lockAccount(tx, chosen.id);
    const send = await lockSend(tx, was);
    // The service that signs may have taken so long, over this one or those before it, that its time is over.
    if (!account || account.stop || !send || send.validUntil <= addSeconds(now, leastSeconds)) return null;
    if (account.nextNonce !== numbered.nonce) return account.nextNonce;
    if (await isChainStoppedHeld(tx, send.chain)) return null;
    // Its other claims go back into the queue, and are sent without the one that is stopped.
    if (await carriesStopped(tx, send.id)) return lapseLocked(tx, send.id, now);
    await updateSend(
      tx,
      send.id,
      { status: 'signed', accountId: account.id, nonce: numbered.nonce, because: null },
      now,
    );
    await storeForm(tx, numbered, form, raw, now);
    await saveNextNonce(tx, account);
    return numbered.nonce;
  });
}

/** Nothing of it was ever signed, so nothing of it can come. */
async function lapse(ctx: Context, was: RelaySend): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const send = await lockSend(tx, was);
    if (send) await lapseLocked(tx, send.id, now);
  });
  log.warn({ send: was.id, because: was.because }, 'a call was not sent in its time');
}

async function lapseLocked(tx: Tx, id: string, now: Date): Promise<null> {
  await updateSend(tx, id, { status: 'lapsed', finalAt: now }, now);
  return null;
}
