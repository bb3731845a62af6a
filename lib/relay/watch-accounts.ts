import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { formatAmount } from '@/lib/kernel/money';
import { queueMail } from '@/lib/mail/outbox';
import { type RelayAccount, saveLook, saveLowTold } from './account-store';
import { claimGas, claimsLeft, lowClaims } from './claims-left';
import type { Seen } from './look';
import { endRest } from './rest';
import { send } from './send';
import { hasOpenTransfer } from './send-store';

/** A plain transfer of the chain's currency. */
const transferGas = 21_000n;
const topUpSeconds = 900;
/** What the treasury fills an account up to. */
const fullClaims = 500n;

/** Keeps what each account holds, fills up those that run low from the treasury, or tells the operator, once. */
export async function watchAccounts(ctx: Context, accounts: readonly RelayAccount[], seen: Seen): Promise<void> {
  const gasPrice = seen.market.base + seen.market.tip;
  const now = ctx.clock.now();
  const treasury = accounts.find(({ purpose, stop, restCode }) => purpose === 'treasury' && !stop && restCode === null);
  for (const was of accounts) {
    const there = seen.accounts.get(was.id);
    if (!there) continue;
    const account = { ...was, balance: there.balance, gasPrice, lookedAt: now };
    await saveLook(ctx.db, was.id, { balance: there.balance, gasPrice, lookedAt: now });
    if (!account.stop) await endRest(ctx, account);
    if (account.purpose === 'treasury' || account.stop) continue;
    const left = claimsLeft(account) ?? 0n;
    // Twice as much, so that a price that goes up and down around the mark writes no mails.
    if (left >= 2n * lowClaims) await noteFull(ctx, account);
    else if (left >= lowClaims) continue;
    else if (!treasury || !(await topUp(ctx, account, treasury, seen))) await tellLow(ctx, account);
  }
}

/** True when it is filled up, or is being so. */
async function topUp(ctx: Context, account: RelayAccount, treasury: RelayAccount, seen: Seen): Promise<boolean> {
  const { chain, address } = account;
  const price = account.gasPrice ?? 0n;
  const value = fullClaims * claimGas * price - (account.balance ?? 0n);
  const held = seen.accounts.get(treasury.id)?.balance ?? 0n;
  if (held < value + 4n * transferGas * price) return false;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (await hasOpenTransfer(tx, chain, address)) return;
    const validUntil = addSeconds(now, topUpSeconds);
    const call = { to: address, data: '0x', value };
    await send(tx, { chain, call, gas: transferGas, validUntil, accountId: treasury.id }, now);
  });
  return true;
}

async function noteFull(ctx: Context, { id, lowToldAt }: RelayAccount): Promise<void> {
  if (lowToldAt) await ctx.db.transaction((tx) => saveLowTold(tx, id, null));
}

async function tellLow(ctx: Context, account: RelayAccount): Promise<void> {
  if (account.lowToldAt) return;
  const now = ctx.clock.now();
  const { id, chain, address } = account;
  const left = claimsLeft(account) ?? 0n;
  const told = await ctx.db.transaction(async (tx) => {
    if (!(await saveLowTold(tx, id, now))) return false;
    const to = env.OPERATOR_EMAIL;
    if (to) await queueMail(tx, { merchantId: null, to, ...lowMail(account, left), now });
    return true;
  });
  if (told) log.warn({ chain, account: address, claimsLeft: String(left) }, 'a relay account runs low: send it more');
}

function lowMail({ chain, address, balance }: RelayAccount, left: bigint) {
  const { name, currency } = chainOf(chain);
  return {
    subject: `A relay account on ${name} runs low`,
    text: [
      `The account ${address} on ${name} holds ${formatAmount(balance ?? 0n, currency.decimals)} ${currency.symbol}. At today’s network fee that is enough for about ${left} claims.`,
      `Send it more ${currency.symbol}. While none of the accounts can pay, recipients are asked to pay the network fee themselves.`,
      'No money of a merchant is in this account. We write again when it has been filled up and runs low once more.',
    ].join('\n\n'),
  };
}
