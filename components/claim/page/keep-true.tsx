'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { originsToTell } from '@/components/claim/embed-origins';
import type { Pace } from '@/components/claim/screen';
import { useFramed } from '@/components/claim/use-framed';
import { askForNews } from './ask-for-news';

export type KeepTrueProps = {
  token: string;
  mark: string;
  pace: Pace;
  /** Where the reader should be taken when it changes; the heading carries the news. */
  screen: string;
  status: string;
  version: number;
  offlineWords: string;
  embedOrigins: readonly string[];
};

const calloutClass =
  'fixed inset-x-4 bottom-4 mx-auto max-w-lg rounded-lg border border-line bg-warn-ground p-3 text-center text-[0.9375rem] text-warn';

/** Asks for news, has the server render it, and tells the page that embeds this one. */
export function KeepTrue(props: KeepTrueProps) {
  const { token, mark, pace, screen, status, version, offlineWords, embedOrigins } = props;
  const router = useRouter();
  const [offline, setOffline] = useState(false);
  useEffect(
    () => askForNews({ token, mark, pace, onNews: router.refresh, onOffline: setOffline }),
    [token, mark, pace, router],
  );
  useEffect(() => tellEmbedder(embedOrigins, status, version), [embedOrigins, status, version]);
  useFramed(embedOrigins);
  useFocusOnChange(screen);
  return (
    <p aria-live="polite" className={offline ? calloutClass : 'sr-only'}>
      {offline && offlineWords}
    </p>
  );
}

function useFocusOnChange(screen: string) {
  const [shown, setShown] = useState(screen);
  useEffect(() => {
    if (shown === screen) return;
    setShown(screen);
    const inDialog = document.activeElement?.closest('[role="dialog"]');
    if (!inDialog) document.getElementById('claim-heading')?.focus();
  }, [shown, screen]);
}

function tellEmbedder(listed: readonly string[], status: string, version: number) {
  const framed = window.parent !== window;
  const embedder: Window | null = framed ? window.parent : window.opener;
  const embedding = framed ? window.location.ancestorOrigins?.[0] : undefined;
  for (const origin of originsToTell(listed, embedding)) {
    embedder?.postMessage({ type: 'drawbridge:status', status, version }, origin);
  }
}
