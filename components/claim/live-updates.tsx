'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { originsToTell } from './embed-origins';
import { hurryEvent } from './hurry';
import { markOf } from './mark';
import type { Pace } from './screen';

const hurryFor = 60_000;
const waits = { fast: 2000, slow: 8000, still: 0 } as const;
const longestWait = 30_000;

const noticeClass =
  'fixed inset-x-4 bottom-4 mx-auto max-w-lg rounded-lg border border-line bg-warn-ground p-3 text-center text-[0.9375rem] text-warn';

type LiveUpdatesProps = {
  token: string;
  mark: string;
  pace: Pace;
  /** Where the reader should be taken when it changes; the heading carries the news. */
  screen: string;
  status: string;
  version: number;
  /** Said aloud when it changes: progress that has no heading of its own. */
  progress: string;
  embedOrigins: readonly string[];
};

/** Keeps the page true: asks for news, has the server render it, and tells the page that embeds this one. */
export function LiveUpdates(props: LiveUpdatesProps) {
  const { token, mark, pace, screen, status, version, progress, embedOrigins } = props;
  const offline = useNews(token, mark, pace);
  useEffect(
    () => tellEmbedder(embedOrigins, { type: 'drawbridge:status', status, version }),
    [embedOrigins, status, version],
  );
  useFocusOnChange(screen);
  return (
    <>
      <p role="status" className="sr-only">
        {progress}
      </p>
      <p aria-live="polite" className={offline ? noticeClass : 'sr-only'}>
        {offline && 'No connection right now. This page catches up by itself as soon as there is one.'}
      </p>
    </>
  );
}

function useNews(token: string, mark: string, pace: Pace): boolean {
  const router = useRouter();
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    if (pace === 'still') return;
    let hurryUntil = 0;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;

    async function ask() {
      try {
        const response = await fetch(`/api/v1/claims/${token}`, { cache: 'no-store' });
        if (gone) return;
        const known = response.ok ? markOf(await response.json()) : response.status < 500 ? 'refused' : undefined;
        if (response.status === 429 || known === undefined) throw response;
        failures = 0;
        setOffline(false);
        if (known !== mark) router.refresh();
      } catch {
        failures += 1;
        setOffline(failures > 1);
      }
      plan();
    }
    function plan() {
      clearTimeout(timer);
      if (gone || document.hidden) return;
      const wait = waits[Date.now() < hurryUntil ? 'fast' : pace] * 2 ** failures;
      timer = setTimeout(ask, Math.min(wait, longestWait));
    }
    function hurry() {
      hurryUntil = Date.now() + hurryFor;
      plan();
    }
    function look() {
      clearTimeout(timer);
      if (!document.hidden) ask();
    }
    plan();
    addEventListener(hurryEvent, hurry);
    document.addEventListener('visibilitychange', look);
    return () => {
      gone = true;
      clearTimeout(timer);
      removeEventListener(hurryEvent, hurry);
      document.removeEventListener('visibilitychange', look);
    };
  }, [token, mark, pace, router]);
  return offline;
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

function tellEmbedder(listed: readonly string[], message: { type: string; status: string; version: number }) {
  const embedder: Window | null = window.parent === window ? window.opener : window.parent;
  if (!embedder) return;
  const embedding = window.parent === window ? undefined : window.location.ancestorOrigins?.[0];
  for (const origin of originsToTell(listed, embedding)) embedder.postMessage(message, origin);
}
