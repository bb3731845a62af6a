import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ClaimView } from '@/lib/claims/schema';
import { viewClaim } from '@/lib/claims/view';
import { readPage } from '@/lib/http/pages/page-context';
import { findLinkBrowser } from '@/lib/http/pipeline/link-browser';
import { Refusal } from '@/lib/kernel/errors';
import { viewClaimReceipt } from '@/lib/payouts/receipts/view-receipt';
import type { ReceiptAnswer } from '@/lib/receipts/schema';

/** The claim behind a link; a link that nobody knows is a page of its own, with status 404. */
export async function findClaim(token: string): Promise<ClaimView> {
  const browser = findLinkBrowser(await headers());
  try {
    return await readPage((ctx) => viewClaim(ctx, token, browser));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}

/** Its receipt; null until there is one. */
export async function findReceiptOf(token: string): Promise<ReceiptAnswer | null> {
  try {
    return await readPage((ctx) => viewClaimReceipt(ctx, token));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no_receipt') return null;
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}
