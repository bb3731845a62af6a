'use client';
import { TrueState } from '@/components/ui/true-state';

/** What failed is a page, and it knows nothing of money: the page does once it is read again. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <TrueState digest={error.digest} />;
}
