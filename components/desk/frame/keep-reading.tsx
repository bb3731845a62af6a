'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useLiveState } from '@/components/desk/frame/live';

/** Nobody tells of a balance or an allowance that changed on the chain, so the page asks as long as it may be read. */
const everyMs = 10_000;

export function KeepReading() {
  const router = useRouter();
  const resting = useLiveState() === 'resting';
  useEffect(() => {
    if (resting) return;
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, resting]);
  return null;
}
