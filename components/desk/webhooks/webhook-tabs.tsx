import Link from 'next/link';

const tabs = [
  { name: 'Endpoints', href: '/dashboard/webhooks' },
  { name: 'Deliveries', href: '/dashboard/webhooks/deliveries' },
  { name: 'Sources', href: '/dashboard/webhooks/sources' },
] as const;

/** The parts of the webhook desk: whom we tell, what was told, and who tells us. */
export function WebhookTabs({ at }: { at: (typeof tabs)[number]['name'] }) {
  return (
    <nav aria-label="Webhooks" className="mb-4 flex gap-1 border-b border-line">
      {tabs.map(({ name, href }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={name === at ? 'page' : undefined}
          className="-mb-px min-h-9 border-b-2 border-transparent px-2.5 py-1.5 text-sm text-quiet hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
