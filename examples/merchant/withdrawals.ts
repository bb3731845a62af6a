import { randomUUID } from 'node:crypto';
import { isProblem, type Payout } from '@drawbridge/sdk';
import { books, change, type Recipient, type Withdrawal } from './books.ts';
import { createPayout, drawbridge, isRefused } from './drawbridge.ts';

/** The rules of the shop: what may be withdrawn, and what each answer of the portal does to the books. */

/** A request that the customer can mend. */
export class Mistake extends Error {}

const inText = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

function readCents(text: unknown): number {
  const match = typeof text === 'string' ? /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim()) : null;
  if (!match) throw new Mistake('Enter an amount such as 25.00.');
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function readRecipient(address: unknown): Recipient {
  if (typeof address !== 'string' || address.trim() === '') return { type: 'anyone' };
  if (!/^0x[0-9a-fA-F]{40}$/.test(address.trim()))
    throw new Mistake('A wallet address is 0x and 40 digits or letters.');
  return { type: 'wallet', address: address.trim() };
}

/** A customer asks for money: first our books, safely on disk, then the portal. */
export async function withdraw(input: { amount?: unknown; address?: unknown }): Promise<Withdrawal> {
  const cents = readCents(input.amount);
  const recipient = readRecipient(input.address);
  const reference = `withdrawal-${randomUUID()}`;
  change((draft) => {
    if (cents > draft.balance) throw new Mistake(`There are ${inText(draft.balance)} USDT in your balance.`);
    draft.balance -= cents;
    draft.withdrawals.unshift({
      ...{ reference, cents, recipient, status: 'requested', version: 0, setAside: true },
      ...{ payoutId: null, claimUrl: null, reason: null, explorerUrl: null, createdAt: new Date().toISOString() },
    });
  });
  await request(reference);
  return find(reference);
}

const underWay = new Set<string>();

/**
 * Asks the portal for the payout of a withdrawal. Safe to repeat, also after a crash: reference and key are those on
 * disk, so there is one payout however often we ask.
 */
async function request(reference: string): Promise<void> {
  const { cents, recipient, claimUrl } = find(reference);
  if (claimUrl || underWay.has(reference)) return;
  underWay.add(reference);
  try {
    const description = 'Withdrawal of your balance';
    const payout = await createPayout({ amount: inText(cents), recipient, reference, description }, reference);
    change((draft) => {
      const withdrawal = find(reference, draft.withdrawals);
      withdrawal.payoutId = payout.id;
      withdrawal.claimUrl = payout.claim_url;
    });
    settle(payout);
  } catch (error) {
    // A clear no gives the money back. Silence does not: the payout may exist, so we keep asking (see `catchUp`).
    const isOver = isRefused(error) && find(reference).status === 'requested';
    if (!isOver) return console.error(`${reference}: no answer yet, asking again soon`);
    change((draft) => enter(draft, find(reference, draft.withdrawals), 'refused', error.message));
  } finally {
    underWay.delete(reference);
  }
}

/** Not `failed`: while its cancellation waits, what was signed for it may still be paid. */
const givesBack = ['refused', 'cancelled', 'expired'];

/** Where a status meets the money: the cents are either set aside or in the balance, and move only when that changes. */
function enter(draft: { balance: number }, withdrawal: Withdrawal, status: string, reason: string | null): void {
  const setAside = !givesBack.includes(status);
  if (withdrawal.setAside && !setAside) draft.balance += withdrawal.cents;
  if (!withdrawal.setAside && setAside) draft.balance -= withdrawal.cents;
  Object.assign(withdrawal, { status, reason, setAside });
}

/** Brings our books to what the portal says about a payout, unless they are there or further already. */
export function settle(payout: Payout): void {
  const known = books().withdrawals.find((one) => one.reference === payout.reference);
  if (!known || payout.version <= known.version) return;
  change((draft) => {
    const withdrawal = find(payout.reference, draft.withdrawals);
    withdrawal.payoutId = payout.id;
    withdrawal.version = payout.version;
    withdrawal.explorerUrl = payout.transfer?.explorer_url ?? null;
    enter(draft, withdrawal, payout.status, payout.failure_reason);
  });
}

/**
 * A customer changes their mind. The portal decides: cents come back when it says `cancelled`, which takes a few
 * minutes if the link was just being used.
 */
export async function cancel(reference: string): Promise<Withdrawal> {
  const { payoutId } = find(reference);
  if (!payoutId) throw new Mistake('This withdrawal is still being prepared.');
  try {
    settle(await drawbridge.payouts.cancel(payoutId));
  } catch (error) {
    if (isRefused(error)) throw new Mistake(error.message);
    throw error;
  }
  return find(reference);
}

/** Reads the payout from the portal and acts on that. Everything we hear by other ways is only a reason to look. */
export async function readBack(payoutId: string): Promise<void> {
  const payout = await drawbridge.payouts.get(payoutId);
  // A failed payout may be claimed again. Its money is about to be back in the balance, so its link is closed first.
  settle(payout.status === 'failed' ? await drawbridge.payouts.cancel(payoutId) : payout);
}

/** Takes notice of an event, however it reached us. */
export async function hear(news: { id: string; reference?: string | null; version?: number }): Promise<void> {
  const withdrawal = books().withdrawals.find((one) => one.reference === news.reference);
  // Events may overtake each other. What is not newer than our books has nothing to say to them.
  if (withdrawal && (news.version ?? 0) > withdrawal.version) await readBack(news.id);
}

/** Fetches the events that follow those we have looked at. The place is kept only after each was acted on. */
async function pull(): Promise<void> {
  try {
    for await (const page of drawbridge.events.list({ cursor: books().heardUpTo }).pages()) {
      for (const event of page.data) await hear(event.data);
      change((draft) => {
        draft.heardUpTo = page.next_cursor;
      });
    }
  } catch (error) {
    if (!isProblem(error, 'cursor_ahead')) throw error;
    // The portal was restored from a backup: we read all again, and versions tell what is news.
    change((draft) => {
      draft.heardUpTo = '0';
    });
  }
}

const isOpen = ({ status }: Withdrawal) =>
  ['requested', 'awaiting_approval', 'pending', 'processing', 'failed'].includes(status);

/** Asks about everything that is not over: after a restart, and now and then in case a webhook never came. */
export async function catchUp(): Promise<void> {
  await pull().catch((error) => console.error(`events: ${error.message}`));
  for (const withdrawal of books().withdrawals.filter(isOpen)) {
    const { reference, payoutId, claimUrl } = withdrawal;
    const step = payoutId && claimUrl ? readBack(payoutId) : request(reference);
    await step.catch((error) => console.error(`${reference}: ${error.message}`));
  }
}

function find(reference: string, withdrawals = books().withdrawals): Withdrawal {
  const found = withdrawals.find((one) => one.reference === reference);
  if (!found) throw new Mistake('There is no such withdrawal.');
  return found;
}
