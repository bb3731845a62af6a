import { notFound } from 'next/navigation';
import type { ClaimView } from '@/lib/claims/schema';
import { viewClaim } from '@/lib/claims/view';
import { pageContext } from '@/lib/http/pages/page-context';
import { Refusal } from '@/lib/kernel/errors';

/** The claim behind a link; a link that nobody knows is a page of its own, with status 404. */
export async function findClaim(token: string): Promise<ClaimView> {
  try {
    return await viewClaim(pageContext(), token);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}
