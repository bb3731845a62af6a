import { type Context, requirePermission, requireUser } from '@/lib/access/actor';
import { mayStillSee } from '@/lib/access/sessions/sessions';
import { log } from '@/lib/kernel/log';
import type { Feed } from './feed';
import { concernsAccess, type LiveChange, topicsFor } from './live-changes';

/** Changes that come quickly one after another are told together. */
const gatherMs = 400;
/** Keeps proxies from closing a quiet line; also how soon a session that ran out is noticed. */
const beatMs = 20_000;
/** With more subjects than this, a page reads all that it shows again. */
const maxSubjects = 50;

/** Messages that a page may leave unread until its line is given up. */
const maxUnread = 500;

export type LiveOptions = { feed: Feed; signal: AbortSignal; gatherMs?: number; beatMs?: number };

/**
 * Server-sent events for one page: `change` with topics and subjects of what changed, `again` when anything may have,
 * `over` when the session ended or looks at another merchant. Nothing is replayed: a page that connects again reads again.
 */
export function liveStream(ctx: Context, options: LiveOptions): ReadableStream<Uint8Array> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { sessionId, userId } = requireUser(ctx);
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let over = false;
      const end = () => {
        if (over) return;
        stop();
        controller.close();
      };
      const send = (text: string) => {
        if (over) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -maxUnread) end();
      };
      const tell = (event: string, data: object) => send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      const check = () => {
        mayStillSee(ctx, { sessionId, merchantId }).then(
          (holds) => {
            if (holds) return;
            tell('over', {});
            end();
          },
          (error: unknown) => log.warn({ err: error }, 'A session could not be looked at; it will be again'),
        );
      };
      const gathered = gather(options.gatherMs ?? gatherMs, (rings) => tell('change', summaryOf(rings)));
      const beat = setInterval(() => {
        send(': beat\n\n');
        check();
      }, options.beatMs ?? beatMs);
      const leave = options.feed.add({
        ...{ merchantId, sessionId, userId },
        onLiveChange: (ring) => {
          if (concernsAccess(ring, { sessionId, userId })) check();
          if (ring.merchantId === merchantId) gathered.add(ring);
        },
        onGap: () => {
          tell('again', {});
          check();
        },
        onEnd: end,
      });
      stop = () => {
        over = true;
        clearInterval(beat);
        gathered.stop();
        leave();
        options.signal.removeEventListener('abort', end);
      };
      options.signal.addEventListener('abort', end);
      send('retry: 3000\n\n');
      if (options.signal.aborted) end();
    },
    cancel: () => stop(),
  });
}

/** Collects from the first change on and hands over when the time is up. */
function gather(ms: number, handOver: (rings: LiveChange[]) => void) {
  let rings: LiveChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(ring: LiveChange) {
      if (rings.length < 10_000) rings.push(ring);
      timer ??= setTimeout(() => {
        timer = undefined;
        const full = rings;
        rings = [];
        handOver(full);
      }, ms);
    },
    stop: () => clearTimeout(timer),
  };
}

function summaryOf(rings: readonly LiveChange[]): { topics: string[]; subjects: string[] | null } {
  const subjects = [...new Set(rings.map((ring) => ring.subject))];
  return {
    topics: [...new Set(rings.flatMap(topicsFor))],
    subjects: subjects.length > maxSubjects ? null : subjects,
  };
}
