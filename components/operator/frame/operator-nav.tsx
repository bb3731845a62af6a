'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { askDesk } from '@/components/desk/frame/ask';
import { useOperator } from './operator-facts';
import { sectionsFor } from './sections';

const entry =
  'flex min-h-8 items-center rounded-lg px-2.5 text-sm whitespace-nowrap text-quiet hover:bg-line/50 hover:text-text aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-text aria-[current=page]:shadow-(--shadow)';

const isHere = (pathname: string, href: string) =>
  href === '/operator' ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);

/** The operators' pages: a column beside wide screens, a line above narrow ones. */
export function OperatorNav() {
  const pathname = usePathname();
  const { permissions } = useOperator();
  return (
    <nav aria-label="Operators’ pages">
      <ul className="flex flex-wrap gap-1 lg:block">
        {sectionsFor(permissions).map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isHere(pathname, href) ? 'page' : undefined}
              className={entry}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Who is signed in, and the ways out. */
export function OperatorAccount() {
  const { name, role, member } = useOperator();
  const signOut = async () => {
    await askDesk('/api/operator/session', { method: 'DELETE', merchantId: null });
    window.location.assign('/sign-in');
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-sm lg:block">
      <p className="min-w-0 truncate px-2.5" title={name}>
        {name} <span className="text-xs text-quiet lg:block">{role}</span>
      </p>
      {member && (
        <Link href="/dashboard" prefetch={false} className={entry}>
          To your desk
        </Link>
      )}
      <button type="button" className={entry} onClick={signOut}>
        Sign out
      </button>
    </div>
  );
}
