import { markOf } from '@/components/claim/mark';
import type { Pace } from '@/components/claim/screen';
import { hurryEvent } from '@/components/wallet/hurry';

const hurryFor = 60_000;
const waits = { fast: 2000, slow: 8000, still: 0 } as const;
const maxWaitMs = 30_000;

type News = { token: string; mark: string; pace: Pace; onNews: () => void; onOffline: (offline: boolean) => void };

/** What the server would show now; undefined while it cannot say. A refusal is news too: the link may be gone. */
async function currentMark(token: string): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/v1/claims/${token}`, { cache: 'no-store' });
    if (response.ok) return markOf(await response.json());
    return response.status === 429 || response.status >= 500 ? undefined : 'refused';
  } catch {
    return undefined;
  }
}

/** Asks at the given pace until told to stop: not while the page is hidden, less often while nobody answers. */
export function askForNews({ token, mark, pace, onNews, onOffline }: News): () => void {
  if (pace === 'still') return () => {};
  let hurryUntil = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function ask() {
    const current = await currentMark(token);
    if (stopped) return;
    failures = current === undefined ? failures + 1 : 0;
    onOffline(failures > 1);
    if (current !== undefined && current !== mark) onNews();
    plan();
  }
  function plan() {
    clearTimeout(timer);
    if (stopped || document.hidden) return;
    const wait = waits[Date.now() < hurryUntil ? 'fast' : pace] * 2 ** failures;
    timer = setTimeout(ask, Math.min(wait, maxWaitMs));
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
    stopped = true;
    clearTimeout(timer);
    removeEventListener(hurryEvent, hurry);
    document.removeEventListener('visibilitychange', look);
  };
}
