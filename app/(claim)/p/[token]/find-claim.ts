import { notFound } from 'next/navigation';
import { viewClaim } from '@/lib/claims/view';
import { pageContext } from '@/lib/http/pages/page-context';
import { Refusal } from '@/lib/kernel/errors';
import type { ClaimView } from '@/lib/payouts/schema';

/** The claim behind a link; a link that nobody knows is a page of its own, with status 404. */
export async function findClaim(token: string): Promise<ClaimView> {
  try {
    return await viewClaim(pageContext(), token);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}
