import type { Connection } from '@/db/client';
import { log } from '@/lib/kernel/log';
import { type LiveChange, readLiveChange } from './live-changes';

export type Listener = {
  merchantId: string;
  sessionId: string;
  userId: string;
  onLiveChange(ring: LiveChange): void;
  /** The line to the database was cut for a while: anything may have changed. */
  onGap(): void;
  /** The process is about to end. */
  onEnd(): void;
};

export type Feed = {
  /** Begins to listen, if nobody does yet. False when the database cannot be reached. */
  ready(): Promise<boolean>;
  add(listener: Listener): () => void;
  /** How many pages of one person listen, in all of their sessions. */
  countOf(userId: string): number;
  /** Ends every line that pages hold, now and from now on. */
  dismiss(): void;
  close(): Promise<void>;
};

/**
 * One LISTEN connection that serves every page this process shows. A listener hears of its own merchant only, and of its
 * own session wherever that goes.
 */
export function openFeed(connection: Pick<Connection, 'listen'>): Feed {
  const byMerchant = new Map<string, Set<Listener>>();
  const bySession = new Map<string, Set<Listener>>();
  const byPerson = new Map<string, Set<Listener>>();
  let ear: ReturnType<Connection['listen']> | undefined;
  let connected = false;
  let dismissed = false;
  const hear = (payload: string) => {
    const ring = readLiveChange(payload);
    if (!ring) return;
    const heard = new Set([...(byMerchant.get(ring.merchantId) ?? []), ...(bySession.get(ring.subject) ?? [])]);
    for (const listener of heard) listener.onLiveChange(ring);
  };
  const onListening = () => {
    if (connected) for (const listeners of byMerchant.values()) for (const listener of listeners) listener.onGap();
    connected = true;
  };
  const onFault = (error: unknown) => log.error({ err: error }, 'The desk cannot listen to the database');
  return {
    ready: () => {
      ear ??= connection.listen('desk', { onWord: hear, onListening, onFault });
      return ear.listening();
    },
    add(listener) {
      const left = [
        join(byMerchant, listener.merchantId, listener),
        join(bySession, listener.sessionId, listener),
        join(byPerson, listener.userId, listener),
      ];
      if (dismissed) queueMicrotask(listener.onEnd);
      return () => {
        for (const leave of left) leave();
      };
    },
    countOf: (userId) => byPerson.get(userId)?.size ?? 0,
    dismiss: () => {
      dismissed = true;
      for (const listeners of [...byMerchant.values()]) for (const listener of [...listeners]) listener.onEnd();
    },
    close: async () => {
      await ear?.close();
    },
  };
}

function join(groups: Map<string, Set<Listener>>, key: string, listener: Listener): () => void {
  const group = groups.get(key) ?? new Set();
  groups.set(key, group.add(listener));
  return () => {
    group.delete(listener);
    if (group.size === 0 && groups.get(key) === group) groups.delete(key);
  };
}
