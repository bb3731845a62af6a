'use client';
import { type ComponentType, useEffect, useState } from 'react';

const againMs = 4_000;

/**
 * A part of the page that nobody presses: its code comes once the page works. What cannot be fetched is tried again; `onFailed` hears how
 * often that was in vain.
 */
export function usePart<Props>(
  load: () => Promise<ComponentType<Props>>,
  onFailed?: (failures: number) => void,
): ComponentType<Props> | undefined {
  const [Part, setPart] = useState<ComponentType<Props>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page works
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    let failures = 0;
    const fetchIt = async () => {
      try {
        const part = await load();
        if (!isGone) setPart(() => part);
      } catch {
        if (isGone) return;
        timer = setTimeout(fetchIt, againMs);
        failures += 1;
        onFailed?.(failures);
      }
    };
    void fetchIt();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return Part;
}
