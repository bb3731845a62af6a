import type { Context } from '@/lib/access/actor';
import { sendClaim } from '@/lib/claims/send-claim';
import { linkTokenOf } from '@/lib/dialects/coindirect-summary';
import { validate } from '@/lib/http/base/validate';
import { Refusal } from '@/lib/kernel/errors';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import type { Payout } from '@/lib/payouts/store';
import { readWallet } from '@/lib/payouts/terms/check-terms';
import { presentHosted } from './present';
import { requote } from './requote';
import type { Asked } from './resource';
import { updateBody } from './schema';
import { isLinkLive, markAccepted, setAddress, unmarkAccepted } from './store';
import { byUuid, presentOne, viewPayment } from './view-payment';

/** What the hosted page of a payment asks for. Its uuid is the right to all of it, as a claim link is. */

/** How a payment stands, for its recipient. Refuses: not_found. */
export async function viewHosted(ctx: Context, { uuid }: Asked) {
  const { payout, own } = await byUuid(ctx, uuid);
  return presentHosted(await presentOne(ctx, payout), own);
}

/** Only what has no address yet waits for its recipient here, and only while its link is the one that it was made with. */
async function refuseSettled(ctx: Context, payout: Payout, linkHash: string): Promise<void> {
  refuseClosed(payout, ctx.clock.now());
  if (payout.recipientAddress) {
    throw new Refusal('payout_state', { detail: 'This payout goes to the address that it was made with.' });
  }
  if (!(await isLinkLive(ctx.db, linkHash))) throw new Refusal('link_cancelled', { detail: 'This page was replaced.' });
}

/**
 * Notes where the recipient wants it to go, and in what; without an address, what was noted is forgotten. What it comes to is
 * quoted again where that has lapsed. Asked again and again, it changes nothing else.
 * Refuses: not_found, link_*, payout_state, address_refused, and as `requote` does.
 */
export async function updateHosted(ctx: Context, asked: Asked) {
  const { payout: before, own } = await byUuid(ctx, asked.uuid);
  const { currency, payOutInstruction } = validate(updateBody, asked.body, 'body');
  const { linkHash } = own;
  await refuseSettled(ctx, before, linkHash);
  const wish = { currency: currency || before.symbol, protocol: payOutInstruction?.protocol, linkHash };
  if (own.acceptedAt === null) await requote(ctx, before, wish);
  const { payout } = await byUuid(ctx, asked.uuid);
  const typed = payOutInstruction?.address;
  const address = typed ? await readWallet(ctx.db, payout.chain, typed, 'payOutInstruction.address') : null;
  if (!(await setAddress(ctx.db, own.uuid, address)) && address !== own.address && address !== null) {
    throw new Refusal('payout_state', { detail: 'It is on its way to another address already.' });
  }
  return viewHosted(ctx, asked);
}

/**
 * Has it sent to the address that was noted; the portal pays the network fee. Asked twice, it is sent once.
 * Refuses: not_found, address_refused where none was noted, and as `sendClaim` does; then another address may be named.
 */
export async function acceptHosted(ctx: Context, asked: Asked) {
  const { payout, own } = await byUuid(ctx, asked.uuid);
  if (payout.recipientAddress) return viewHosted(ctx, asked);
  const accepted = await markAccepted(ctx.db, own.uuid, ctx.clock.now());
  if (!accepted?.address) {
    throw new Refusal('address_refused', { detail: 'First say to which address it goes.' });
  }
  try {
    await sendClaim(ctx, linkTokenOf(own.uuid), { address: accepted.address });
  } catch (error) {
    if (error instanceof Refusal) await unmarkAccepted(ctx.db, own.uuid);
    throw error;
  }
  return viewHosted(ctx, asked);
}

/** What pages of BVNK's own kind ask for: the same, answered as `/summary` is. */
export async function updateSummary(ctx: Context, asked: Asked) {
  await updateHosted(ctx, asked);
  return viewPayment(ctx, asked);
}

export async function acceptSummary(ctx: Context, asked: Asked) {
  await acceptHosted(ctx, asked);
  return viewPayment(ctx, asked);
}
