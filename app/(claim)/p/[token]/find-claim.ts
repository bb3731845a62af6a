import { notFound } from 'next/navigation';
import { pageContext } from '@/lib/http/page-context';
import { Refusal } from '@/lib/kernel/errors';
import type { ClaimView } from '@/lib/payouts/schema';
import { viewClaim } from '@/lib/payouts/view-claim';

/** The claim behind a link; a link that nobody knows is a page of its own, with status 404. */
export async function findClaim(token: string): Promise<ClaimView> {
  try {
    return await viewClaim(pageContext(), token);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}
