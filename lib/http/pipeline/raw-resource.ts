import type { Actor, Context } from '@/lib/access/actor';
import { processDatabase } from '@/lib/access/process-context';
import { peerHeader } from '@/lib/http/base/address';
import { jsonAnswer } from '@/lib/http/base/answer';
import { rawSearch, targetHeader } from '@/lib/http/base/raw-target';
import { readBytes } from '@/lib/http/base/read-body';
import { addressQuota } from '@/lib/http/identity/authenticate';
import { countRequest, rateHeaders, refuseOverQuota } from '@/lib/http/identity/rate-limit';
import { systemClock } from '@/lib/kernel/clock';
import { everyMethod, type Method, type Resource, type RouteContext, refuseMethod } from './resource';
import { type Call, serve } from './serve';

/** A request as it came: nothing of it was parsed, and its body is not read yet. */
export type RawRequest = {
  method: 'GET' | 'POST';
  params: Record<string, string | undefined>;
  /** The query as it came, with its question mark; empty without one. */
  search: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** At most 64 KB. Refuses: body_too_large. */
  readBytes(): Promise<Buffer>;
};

const allow = 'GET, POST, OPTIONS';
const allowGet = 'GET, OPTIONS';

/** Who sends is for the verb to prove. */
const anyone: Actor = { kind: 'claimant' };

function contextOf({ requestId }: Call): Context {
  return { db: processDatabase(), clock: systemClock, requestId, actor: anyone };
}

export async function admitAnybody(call: Call): Promise<Context> {
  const ctx = contextOf(call);
  await countStranger(ctx, call);
  return ctx;
}

async function countStranger(ctx: Context, call: Call): Promise<void> {
  const allowance = await countRequest(ctx.db, addressQuota(call.request.headers), ctx.clock.now());
  for (const [name, value] of Object.entries(rateHeaders(allowance))) call.headers.set(name, value);
  refuseOverQuota(allowance);
}

async function rawOf(request: Request, method: RawRequest['method'], { params }: RouteContext): Promise<RawRequest> {
  const { [peerHeader]: _peer, [targetHeader]: _target, ...headers } = Object.fromEntries(request.headers);
  const given = Object.entries((await params) ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
  return {
    method,
    params: Object.fromEntries(given),
    search: rawSearch(request),
    headers,
    readBytes: () => readBytes(request),
  };
}

/**
 * The handlers of an address where others send in a form of their own, by GET or POST, and prove it in a way of their
 * own: requests are counted per address and handed on as they came. No page of another origin may read the answers.
 * `statusOf`: with what a request that `work` took is answered.
 */
export function rawResource(
  path: string,
  work: (ctx: Context, request: RawRequest) => Promise<object>,
  statusOf: (request: RawRequest) => number = () => 200,
): Resource {
  const handlerOf = (method: Method | 'HEAD') => {
    const handler = (request: Request, context: RouteContext) =>
      serve({ path, request, open: false }, async (call) => {
        if (method !== 'GET' && method !== 'POST') return refuseMethod(call, allow);
        const ctx = await admitAnybody(call);
        const raw = await rawOf(request, method, context);
        const answer = await work(ctx, raw);
        return jsonAnswer(statusOf(raw), JSON.stringify(answer));
      });
    return Object.assign(handler, { path });
  };
  return everyMethod(handlerOf, { path, allow, open: false });
}

/**
 * The handlers of an address that one system calls by GET, thousands of times a minute from few addresses: what it proves is
 * not counted, what is refused is, per address, so that strangers cannot try for ever.
 */
export function callbackResource(path: string, work: (ctx: Context, request: RawRequest) => Promise<object>): Resource {
  const handlerOf = (method: Method | 'HEAD') => {
    const handler = (request: Request, context: RouteContext) =>
      serve({ path, request, open: false }, async (call) => {
        if (method !== 'GET') return refuseMethod(call, allowGet);
        const ctx = contextOf(call);
        const raw = await rawOf(request, method, context);
        const answer = await work(ctx, raw).catch(async (error: unknown) => {
          await countStranger(ctx, call);
          throw error;
        });
        return jsonAnswer(200, JSON.stringify(answer));
      });
    return Object.assign(handler, { path });
  };
  return everyMethod(handlerOf, { path, allow: allowGet, open: false });
}
