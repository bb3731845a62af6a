import type { Context } from '@/lib/access/actor';
import { noteKeyUse } from '@/lib/access/api-keys';
import { findIpRefusal } from '@/lib/access/policies/find-ip-refusal';
import { processDatabase } from '@/lib/access/process-context';
import { type DoorKey, findDoorKey } from '@/lib/doors/keys/find';
import { clientAddress, clientNetwork } from '@/lib/http/base/address';
import { jsonAnswer } from '@/lib/http/base/answer';
import { parseJson } from '@/lib/http/base/json';
import { originOf } from '@/lib/http/base/origin';
import { readBytes } from '@/lib/http/base/read-body';
import { refusalFrom } from '@/lib/http/base/refusal-from';
import { findUnstorable } from '@/lib/http/base/validate';
import { addressQuota } from '@/lib/http/identity/authenticate';
import { countRequest, type Quota, rateHeaders, refuseOverQuota } from '@/lib/http/identity/rate-limit';
import { everyMethod, type Method, type Resource, type RouteContext, refuseMethod } from '@/lib/http/pipeline/resource';
import { type Call, serve } from '@/lib/http/pipeline/serve';
import { systemClock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { type Asked, create, readCreate } from './create';
import { errorAnswer, FormError, faultAt } from './errors';
import { isSecond } from './schema';
import { isSigned } from './sign';

/** Dex3's addresses: called by a key in a header, answered as `{ state, data }` or `{ state, error }`. */

type Key = DoorKey<'dex3'>;
type Bare = Omit<Context, 'actor'>;

const publicHeader = 'merchant_public';

async function count(ctx: Bare, call: Call, quota: Quota): Promise<void> {
  const allowance = await countRequest(ctx.db, quota, ctx.clock.now());
  for (const [name, value] of Object.entries(rateHeaders(allowance))) call.headers.set(name, value);
  refuseOverQuota(allowance);
}

const limitOf = ({ requestsPerMinute }: Key) => requestsPerMinute ?? env.RATE_LIMIT_KEY_PER_MINUTE;

function bareContext({ request, requestId }: Call): Bare {
  return { db: processDatabase(), clock: systemClock, requestId, origin: originOf(request.headers) };
}

const findKey = ({ db }: Bare, { headers }: Request) => findDoorKey(db, 'dex3', headers.get(publicHeader) ?? '');

function unknownKey(): Refusal {
  return new Refusal('unauthenticated', { detail: `No merchant has this ${publicHeader}.` });
}

/** A key may be bound to addresses. */
function refuseElsewhere({ ipRanges }: Key, { headers }: Request): void {
  const refusal = findIpRefusal(ipRanges, clientAddress(headers));
  if (refusal) throw refusal;
}

async function readAsked(request: Request): Promise<Asked> {
  const body = parseJson((await readBytes(request)).toString('utf8'));
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (isObject && !findUnstorable(body, [])) return { ...body };
  throw new Refusal('malformed_json', { detail: 'The body must be a JSON object of text that can be stored.' });
}

/** A body that cannot be read is told only after the request was counted. */
async function tryRead(request: Request): Promise<{ asked: Asked; fault?: unknown }> {
  try {
    return { asked: await readAsked(request) };
  } catch (fault) {
    return { asked: {}, fault };
  }
}

/** Counts by the address what does not prove itself, so that nobody uses up another's key. */
async function answerCreate(call: Call): Promise<object> {
  const ctx = bareContext(call);
  const key = await findKey(ctx, call.request);
  const { asked, fault } = await tryRead(call.request);
  const proved = key !== null && isSigned(asked, key, isSecond(asked)) ? key : null;
  const quota: Quota = proved
    ? { policy: 'key', subject: proved.actor.keyId, limit: limitOf(proved) }
    : addressQuota(call.request.headers);
  await count(ctx, call, quota);
  if (!key) throw unknownKey();
  refuseElsewhere(key, call.request);
  if (fault) throw fault;
  const form = readCreate(asked);
  if (!proved) throw new FormError(faultAt('signature', 'does not fit these fields and your private key'));
  call.keyId = proved.actor.keyId;
  noteKeyUse(ctx.db, proved, ctx.clock.now());
  return create({ ...ctx, actor: proved.actor }, proved, asked, form);
}

/** Looking is not signed: who has the public id and a payout's id may look. So each network that asks is counted alone. */
async function answerLook(
  call: Call,
  look: (ctx: Context, key: Key, id: string) => Promise<unknown>,
  id: string,
): Promise<unknown> {
  const ctx = bareContext(call);
  const { headers } = call.request;
  const key = await findKey(ctx, call.request);
  const subject = key ? `${key.actor.keyId} ${clientNetwork(headers)}` : '';
  await count(ctx, call, key ? { policy: 'address', subject, limit: limitOf(key) } : addressQuota(headers));
  if (!key) throw unknownKey();
  refuseElsewhere(key, call.request);
  call.keyId = key.actor.keyId;
  return look({ ...ctx, actor: key.actor }, key, id);
}

function resourceOf(
  path: string,
  offered: 'GET' | 'POST',
  answer: (call: Call, id: string) => Promise<unknown>,
): Resource {
  const allow = offered === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
  const handlerOf = (method: Method | 'HEAD') => {
    const isOffered = method === offered || (method === 'HEAD' && offered === 'GET');
    const handler = (request: Request, { params }: RouteContext) =>
      serve({ path, request, open: false }, async (call) => {
        try {
          if (!isOffered) return refuseMethod(call, allow);
          const data = await answer(call, String((await params)?.id ?? ''));
          return jsonAnswer(200, JSON.stringify({ state: true, data }));
        } catch (error) {
          return errorAnswer(error instanceof FormError ? error : refusalFrom(error, call.requestId));
        }
      });
    return Object.assign(handler, { path });
  };
  return everyMethod(handlerOf, { path, allow, open: false });
}

export const createResource = (path: string) => resourceOf(path, 'POST', answerCreate);

export const lookResource = (path: string, look: (ctx: Context, key: Key, id: string) => Promise<unknown>) =>
  resourceOf(path, 'GET', (call, id) => answerLook(call, look, id));
