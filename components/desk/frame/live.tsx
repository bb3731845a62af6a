'use client';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import type { LiveTopic } from '@/lib/desk/list/schema';
import { useViewer } from './desk';
import { anything, type Change, type LineState, openLiveLine } from './live-line';

type Listener = (change: Change) => void;
type Live = { state: LineState | 'resting'; add(listener: Listener): () => void };

const LiveContext = createContext<Live | null>(null);

/** An unattended page reads nothing, so that it keeps no session alive by itself. */
const restsAfterMs = 15 * 60_000;
/** A page reads again at most this often. */
const breathMs = 1_500;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus'] as const;

/** Keeps the desk true: one line to the portal for all pages. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { merchant, session_id } = useViewer();
  const router = useRouter();
  const listeners = useRef(new Set<Listener>());
  const [state, setState] = useState<LineState>('connecting');
  const [resting, setResting] = useState(false);
  useEffect(() => {
    let was: LineState = 'connecting';
    const line = openLiveLine(`desk ${session_id} ${merchant.id}`, {
      onChange: (change) => {
        for (const listener of listeners.current) listener(change);
      },
      // What happened before it was live is read now.
      onState: (now) => {
        if (now === 'live' && was !== 'live') for (const listener of listeners.current) listener(anything);
        was = now;
        setState(now);
      },
      onOver: () => router.refresh(),
    });
    return line;
  }, [merchant.id, session_id, router]);
  useEffect(() => {
    let timer = setTimeout(setResting, restsAfterMs, true);
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(setResting, restsAfterMs, true);
      setResting(false);
    };
    for (const sign of signsOfLife) window.addEventListener(sign, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, wake);
    };
  }, []);
  const [add] = useState(() => (listener: Listener) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  });
  return <LiveContext value={{ state: resting ? 'resting' : state, add }}>{children}</LiveContext>;
}

function useLiveContext(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('This stands outside of the desk');
  return live;
}

export function useLiveState(): Live['state'] {
  return useLiveContext().state;
}

/**
 * Calls `read` when one of the topics changed, for one subject where it is named: soon, not too often, and only while
 * the page is visible; what was missed meanwhile is read once they look again.
 */
export function useLive(topics: readonly LiveTopic[], read: () => void, subject?: string): void {
  const { add, state } = useLiveContext();
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const due = useRef(false);
  const wanted = topics.join(' ');
  const awake = state !== 'resting';
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const go = () => {
      if (!due.current || document.hidden || !awake || timer) return;
      timer = setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          due.current = false;
          latest.current();
        },
        Math.max(0, last + breathMs - Date.now()),
      );
    };
    const hear = ({ topics: changed, subjects }: Change) => {
      const concerns = changed.some((topic) => topic === '*' || wanted.split(' ').includes(topic));
      if (!concerns || (subject && subjects && !subjects.includes(subject))) return;
      due.current = true;
      go();
    };
    const leave = add(hear);
    document.addEventListener('visibilitychange', go);
    go();
    return () => {
      leave();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', go);
    };
  }, [add, wanted, subject, awake]);
}

/** Has the server render the page again when one of the topics changed. What the reader opened or wrote stays. */
export function LiveRefresh({ topics, subject }: { topics: readonly LiveTopic[]; subject?: string }) {
  const router = useRouter();
  useLive(topics, router.refresh, subject);
  return null;
}

const words = {
  live: 'Live',
  connecting: 'Connecting…',
  resting: 'Resting until you are back',
} as const;

/** Whether what is on the screen is kept true right now. */
export function LiveState() {
  const state = useLiveState();
  return (
    <p className="flex items-center gap-1.5 px-2.5 text-xs text-quiet" role="status">
      <span
        aria-hidden="true"
        className={`size-1.5 rounded-full ${state === 'live' ? 'bg-good' : 'border border-line-strong'}`}
      />
      {words[state]}
    </p>
  );
}
