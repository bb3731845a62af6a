import Link from 'next/link';

const pages: readonly (readonly [prefix: string, path: string])[] = [
  ['po_', '/dashboard/payouts/'],
  ['or_', '/dashboard/orders/'],
  ['we_', '/dashboard/webhooks/'],
  ['de_', '/dashboard/webhooks/deliveries/'],
  ['src_', '/dashboard/webhooks/sources/'],
];

/** What a line is about, with the way to its page where it has one. */
export function Subject({ id }: { id: string }) {
  const path = pages.find(([prefix]) => id.startsWith(prefix))?.[1];
  const name = <span className="font-mono text-xs wrap-anywhere">{id}</span>;
  if (!path) return <span className="text-quiet">{name}</span>;
  return (
    <Link href={path + id} prefetch={false} className="text-link underline-offset-4 hover:underline">
      {name}
    </Link>
  );
}
