'use client';
import { useEffect } from 'react';
import { TrueState } from '@/components/ui/true-state';
import { UnknownChain } from '@/lib/chains/registry';

const key = 'drawbridge-read-again';
const onceInMs = 60_000;

/** Not time and again: what a second reading does not mend is told. */
function mayReadAgain(): boolean {
  try {
    const last = Number(window.sessionStorage.getItem(key) ?? 0);
    window.sessionStorage.setItem(key, String(Date.now()));
    return Date.now() - last > onceInMs;
  } catch {
    return false;
  }
}

/** A tab that is older than a network which operators added does not know it; read again, it does. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    if (error instanceof UnknownChain && mayReadAgain()) window.location.reload();
  }, [error]);
  return <TrueState digest={error.digest} />;
}
