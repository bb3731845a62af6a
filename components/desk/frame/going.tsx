'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useState, useTransition } from 'react';

type Going = {
  /** The path of the page that is on its way, if one is. */
  to: string | null;
  /** Goes to a page of the desk by script, as a link does. */
  go: (href: string, options?: { scroll: boolean }) => void;
};

const Going = createContext<Going>({ to: null, go: () => {} });

export const useGoing = () => use(Going);

/** A page that is not there by then will not come: the bar goes, and the browser says what it knows. */
const maxMs = 20_000;

/** The address that a click leads to within this site and this tab; null where it leads nowhere else. */
function targetOf(event: MouseEvent): URL | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download') || link.target === '_blank') return null;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const url = new URL(link.href);
  return leadsElsewhere(url) ? url : null;
}

function leadsElsewhere(url: URL): boolean {
  const { origin, pathname, search } = window.location;
  return url.origin === origin && url.pathname + url.search !== pathname + search;
}

/** Says at once that a page is on its way, whichever link or key asked for it, until it is there. */
export function GoingProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const here = `${usePathname()}?${useSearchParams()}`;
  const [asked, setAsked] = useState<{ from: string; to: string } | null>(null);
  const [pending, start] = useTransition();
  const to = asked && (asked.from === here || pending) ? asked.to : null;
  const go = useCallback<Going['go']>(
    (href, options) => {
      const url = new URL(href, window.location.href);
      if (leadsElsewhere(url)) setAsked({ from: here, to: url.pathname });
      start(() => router.push(href, options));
    },
    [router, here],
  );
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const url = targetOf(event);
      if (url) setAsked({ from: here, to: url.pathname });
    };
    document.addEventListener('click', click, true);
    return () => document.removeEventListener('click', click, true);
  }, [here]);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(null), maxMs);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <Going value={{ to, go }}>
      <span role="status" className="sr-only">
        {to ? 'Loading the page' : ''}
      </span>
      {to && <span aria-hidden="true" className="fixed inset-x-0 top-0 z-50 h-0.5 bg-link motion-safe:animate-pulse" />}
      {children}
    </Going>
  );
}
