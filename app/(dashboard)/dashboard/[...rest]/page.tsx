import { notFound } from 'next/navigation';

/** Addresses that no page has, so that they are answered within the desk. */
export default function Page() {
  notFound();
}
