'use client';
import { type ComponentProps, type ReactNode, useSyncExternalStore } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

/** Only a key's secret is carried on; every other fragment is of this page alone. */
const keyPart = () => (window.location.hash.startsWith('#k=') ? window.location.hash : '');
const noPart = () => '';

function onChange(tell: () => void) {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

/** What stands behind the # of this page's address: no server ever sees it, so it is added to links here. */
export const useKeyPart = () => useSyncExternalStore(onChange, keyPart, noPart);

type WholeLinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string; children: ReactNode };

/** A link to another page of the same payout, or to this one: the key of the link goes along. */
export function WholeLink({ href, children, ...rest }: WholeLinkProps) {
  const part = useKeyPart();
  return (
    <a {...rest} href={`${href}${part}`}>
      {children}
    </a>
  );
}

/** Copies the link of this payout with the key that it came with. */
export function CopyWholeLink({ link, label }: { link: string; label: string }) {
  const part = useKeyPart();
  return <CopyButton text={`${link}${part}`} noun="link" label={label} />;
}
