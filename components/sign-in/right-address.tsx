'use client';
import { useSyncExternalStore } from 'react';

/** Says so when the page is read at another address than the portal's own, where no sign-in could work. */
export function RightAddress({ home }: { home: string }) {
  const here = useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => home,
  );
  if (here === home) return null;
  return (
    <p role="alert" className="mb-6 rounded-lg bg-warn-ground px-4 py-3 text-[0.9375rem] text-warn">
      Signing in works only at the portal’s own address.{' '}
      <a className="font-medium underline underline-offset-4" href={`${home}/sign-in`}>
        Go to {home}
      </a>
    </p>
  );
}
