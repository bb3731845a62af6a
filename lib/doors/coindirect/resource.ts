import type { Context } from '@/lib/access/actor';
import { type Answer, jsonAnswer } from '@/lib/http/base/answer';
import { parseJson } from '@/lib/http/base/json';
import { readBytes } from '@/lib/http/base/read-body';
import { refusalFrom } from '@/lib/http/base/refusal-from';
import { readQuery } from '@/lib/http/base/validate';
import { isBodyOf } from '@/lib/http/identity/hawk';
import { countRequest, type Quota, rateHeaders, refuseOverQuota } from '@/lib/http/identity/rate-limit';
import {
  everyMethod,
  type Method,
  methods,
  type Resource,
  type RouteContext,
  refuseMethod,
} from '@/lib/http/pipeline/resource';
import { type Call, serve } from '@/lib/http/pipeline/serve';
import { Refusal } from '@/lib/kernel/errors';
import { parseExact, ReadNumber } from '@/lib/kernel/exact-json';
import { authenticate, bareContext, type CoindirectKey } from './authenticate';
import { errorAnswer } from './error-answer';
import { bearerQuotas } from './quotas';

export type Asked = {
  uuid: string;
  /** The same part of the address as it stood there: an address may name a merchant in its place. */
  name: string;
  query: Record<string, string>;
  /** Numbers as the text that stood there. */
  body: unknown;
};

/**
 * `hawk`: the merchant's program, which signs. `bearer`: the holder of the payment’s uuid, from a page of any origin.
 * `either`: a signature counts where there is one.
 */
export type Operation = {
  access: 'hawk' | 'bearer' | 'either';
  work(ctx: Context, asked: Asked, key: CoindirectKey | null): Promise<object>;
};

const claimant: Context['actor'] = { kind: 'claimant' };

async function count(ctx: Pick<Context, 'db' | 'clock'>, call: Call, quotas: readonly Quota[]): Promise<void> {
  for (const quota of quotas) {
    const allowance = await countRequest(ctx.db, quota, ctx.clock.now());
    for (const [name, value] of Object.entries(rateHeaders(allowance))) call.headers.set(name, value);
    refuseOverQuota(allowance);
  }
}

function numbersAsText(value: unknown): unknown {
  if (value instanceof ReadNumber) return value.text;
  if (Array.isArray(value)) return value.map(numbersAsText);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, numbersAsText(inner)]));
}

/** JSON under any Content-Type: clients of these pages do not always say what they send. */
function readJson(bytes: Buffer): unknown {
  if (bytes.byteLength === 0) return {};
  const text = bytes.toString('utf8');
  parseJson(text);
  return numbersAsText(parseExact(text));
}

const uuidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is no UUID names nothing, and comes to no database. */
const uuidIn = (name: string) => (uuidText.test(name) ? name : '');
const nameIn = (param: unknown) => (typeof param === 'string' ? param : '');

async function answerCall(call: Call, { access, work }: Operation, name: string): Promise<Answer> {
  const uuid = uuidIn(name);
  const { request } = call;
  const bare = bareContext(call);
  const signs = access === 'hawk' || (access === 'either' && request.headers.has('authorization'));
  const caller = signs ? await authenticate(bare, call) : null;
  const key = caller?.key ?? null;
  call.keyId = key?.actor.keyId;
  await count(bare, call, caller ? [caller.quota] : await bearerQuotas(bare.db, request, uuid));
  if (caller?.refusal) throw caller.refusal;
  const bytes = request.method === 'GET' || request.method === 'HEAD' ? Buffer.alloc(0) : await readBytes(request);
  if (caller?.header?.hash && !isBodyOf(caller.header, request.headers.get('content-type'), bytes)) {
    throw new Refusal('unauthenticated', { detail: 'The body is not the one that was signed.' });
  }
  const asked = { uuid, name, query: readQuery(new URL(request.url)), body: readJson(bytes) };
  const answer = await work({ ...bare, actor: key?.actor ?? claimant }, asked, key);
  return jsonAnswer(200, JSON.stringify(answer));
}

/** The handlers of an address of Coindirect's API: called, refused and answered as its clients expect. */
export function coindirectResource(path: string, operations: Partial<Record<Method, Operation>>): Resource {
  const offered = methods.filter((method) => operations[method]);
  const allow = [...offered, ...(operations.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const isOpen = (operation?: Operation) => operation !== undefined && operation.access !== 'hawk';
  const anyOpen = offered.some((method) => isOpen(operations[method]));
  const handlerOf = (method: Method | 'HEAD') => {
    const operation = operations[method === 'HEAD' ? 'GET' : method];
    const handler = (request: Request, { params }: RouteContext) =>
      serve({ path, request, open: operation ? isOpen(operation) : anyOpen }, async (call) => {
        try {
          if (!operation) return refuseMethod(call, allow);
          return await answerCall(call, operation, nameIn((await params)?.uuid));
        } catch (error) {
          return errorAnswer(refusalFrom(error, call.requestId), call.requestId);
        }
      });
    return Object.assign(handler, { path });
  };
  return everyMethod(handlerOf, { path, allow, open: anyOpen });
}
