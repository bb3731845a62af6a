import { ask } from '@/components/ask/ask';

/** What the portal says has changed; no subjects means that it may be any. */
export type Change = { topics: readonly string[]; subjects: readonly string[] | null };
export type LineState = 'connecting' | 'live';

export type LineEvents = { onChange(change: Change): void; onState(state: LineState): void; onOver(): void };

type Message =
  | { kind: 'change'; change: Change }
  | { kind: 'state'; state: LineState }
  | { kind: 'over' }
  | { kind: 'hello' };

export const anything: Change = { topics: ['*'], subjects: null };

function readChange(data: unknown): Change {
  try {
    const { topics, subjects } = JSON.parse(String(data));
    return Array.isArray(topics) ? { topics, subjects: Array.isArray(subjects) ? subjects : null } : anything;
  } catch {
    return anything;
  }
}

/**
 * Listens to the portal. The tabs of a browser share one line, as browsers allow few to one host: the tab that holds the
 * lock has it and passes on what it hears; when it closes, another takes over. A page that begins to listen reads again.
 */
export function openLiveLine(name: string, events: LineEvents): () => void {
  const over = new AbortController();
  const channel = new BroadcastChannel(name);
  const take = (message: Message) => {
    if (message.kind === 'change') events.onChange(message.change);
    if (message.kind === 'state') events.onState(message.state);
    if (message.kind === 'over') events.onOver();
  };
  let state: LineState = 'connecting';
  const tell = (message: Message) => {
    if (message.kind === 'state') state = message.state;
    take(message);
    channel.postMessage(message);
  };
  channel.onmessage = (event: MessageEvent<Message>) => take(event.data);
  const lead = () =>
    new Promise<void>((resolve) => {
      channel.onmessage = (event: MessageEvent<Message>) => {
        if (event.data.kind === 'hello') channel.postMessage({ kind: 'state', state });
      };
      const close = listen(tell);
      over.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  // Without locks, as on a page without TLS, every tab has a line of its own.
  if (navigator.locks) navigator.locks.request(name, { signal: over.signal }, lead).catch(() => {});
  else lead();
  channel.postMessage({ kind: 'hello' });
  return () => {
    over.abort();
    channel.close();
  };
}

async function isSignedOut(): Promise<boolean> {
  return (await ask('/api/desk/me'))?.status === 401;
}

/** The line itself; the browser opens it again by itself when it is cut. */
function listen(tell: (message: Message) => void): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource('/api/desk/live');
    source.onopen = () => tell({ kind: 'state', state: 'live' });
    source.addEventListener('change', (event) => tell({ kind: 'change', change: readChange(event.data) }));
    source.addEventListener('again', () => tell({ kind: 'change', change: anything }));
    source.addEventListener('over', () => {
      source?.close();
      tell({ kind: 'over' });
    });
    source.onerror = () => {
      tell({ kind: 'state', state: 'connecting' });
      // Refused, as while the portal restarts or when the session is over: the browser would leave it at that.
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, 15_000);
      isSignedOut().then((out) => {
        if (!out) return;
        clearTimeout(retry);
        tell({ kind: 'over' });
      });
    };
  };
  open();
  return () => {
    clearTimeout(retry);
    source?.close();
  };
}
