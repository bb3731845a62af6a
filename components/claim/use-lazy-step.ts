'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { useListening } from '@/components/ui/use-listening';

export type LazyStep<Props> = {
  /** There once the reader pressed and its code has come. */
  Step: ComponentType<Props> | undefined;
  state: 'early' | 'idle' | 'loading' | 'broken';
  open: () => void;
  /** For a button that is about to be pressed. */
  hints: { onPointerEnter: () => void; onTouchStart: () => void; onFocus: () => void };
};

type Load<Props> = () => Promise<ComponentType<Props>>;

let begun = false;
/** Whether the reader opened a part since the page came: it may hold what they typed or signed. */
export const hasBegun = () => begun;

/** A reader who saves data is fetched nothing that they may not need. */
function savesData(): boolean {
  return Boolean(Object(Reflect.get(navigator, 'connection')).saveData);
}

/**
 * A part of the page whose code comes with the first press, sooner where a press is likely, and before either once the
 * browser has nothing else to do. A `load` that failed is tried again.
 */
export function useLazyStep<Props>(load: Load<Props>, atIdle: boolean): LazyStep<Props> {
  const [state, setState] = useState<'idle' | 'loading' | 'broken'>('idle');
  const [Step, setStep] = useState<ComponentType<Props>>();
  const listening = useListening();
  const preload = () => {
    load().catch(() => {});
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the button works
  useEffect(() => {
    if (!listening || !atIdle || savesData()) return;
    if ('requestIdleCallback' in window) requestIdleCallback(preload, { timeout: 5_000 });
    else setTimeout(preload, 1_500);
  }, [listening]);
  const open = () => {
    begun = true;
    setState('loading');
    load().then(
      (loaded) => setStep(() => loaded),
      () => setState('broken'),
    );
  };
  const hints = { onPointerEnter: preload, onTouchStart: preload, onFocus: preload };
  return { Step, state: listening ? state : 'early', open, hints };
}
