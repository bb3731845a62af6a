'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useGoing } from '@/components/desk/frame/going';
import type { DeskSection } from './sections';

export type NavGroups = readonly { name: string | null; sections: readonly DeskSection[] }[];

export function isHere(pathname: string, href: string): boolean {
  return href === '/dashboard' ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
}

/** The page that is on its way, else the one that is here: a press is seen at once. */
export function usePlace(): string {
  const pathname = usePathname();
  return useGoing().to ?? pathname;
}

export function DeskNav({ groups, onGo }: { groups: NavGroups; onGo?: () => void }) {
  const pathname = usePlace();
  return (
    <nav aria-label="Desk" className="space-y-4">
      {groups.map(({ name, sections }) => (
        <div key={name ?? ''}>
          {name && <p className="px-2.5 pb-1 text-xs text-quiet">{name}</p>}
          <ul>
            {sections.map(({ href, name: words }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  onClick={onGo}
                  aria-current={isHere(pathname, href) ? 'page' : undefined}
                  className="flex min-h-8 items-center rounded-lg px-2.5 text-sm text-quiet hover:bg-line/50 hover:text-text aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-text aria-[current=page]:shadow-(--shadow)"
                >
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
