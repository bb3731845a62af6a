'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { hasBegun } from './use-lazy-step';

const againMs = 4_000;
/** Half a minute in all. */
const maxTries = 8;

/**
 * A part of the page that nobody presses: its code comes once the page works. What cannot be fetched is tried again. In vain for long, a
 * newer version of the portal has taken this page's code away: the page is read again, unless its reader has begun something.
 */
export function usePart<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> | undefined {
  const [Part, setPart] = useState<ComponentType<Props>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page works
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const fetchIt = (tries: number) => {
      load().then(
        (part) => setPart(() => part),
        () => {
          if (isGone) return;
          timer = setTimeout(fetchIt, againMs, tries + 1);
          if (tries >= maxTries && navigator.onLine && !hasBegun()) location.reload();
        },
      );
    };
    fetchIt(1);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return Part;
}
