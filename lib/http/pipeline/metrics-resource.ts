import { timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { readMetrics } from '@/lib/metrics/read-metrics';
import { admitAnybody } from './raw-resource';
import { everyMethod, type Method, type Resource, refuseMethod } from './resource';
import { serve } from './serve';

const allow = 'GET, HEAD, OPTIONS';

/** Without METRICS_TOKEN there is nothing here; with it, only for a caller that sends it. */
function requireToken(headers: Headers): void {
  const token = env.METRICS_TOKEN;
  if (!token) throw new Refusal('not_found');
  const given = /^bearer +([^ ]+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  if (timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(token)))) return;
  throw new Refusal('unauthenticated', {
    detail: 'Send "Authorization: Bearer" with the METRICS_TOKEN of this portal.',
  });
}

/** The handlers of the address that Prometheus asks. */
export function metricsResource(path: string): Resource {
  const handlerOf = (method: Method | 'HEAD') => {
    const handler = (request: Request) =>
      serve({ path, request, open: false }, async (call) => {
        if (method !== 'GET' && method !== 'HEAD') return refuseMethod(call, allow);
        const ctx = await admitAnybody(call);
        requireToken(request.headers);
        const { type, text } = await readMetrics(ctx.db, ctx.clock.now());
        return { status: 200, body: text, headers: { 'Content-Type': type } };
      });
    return Object.assign(handler, { path });
  };
  return everyMethod(handlerOf, { path, allow, open: false });
}
