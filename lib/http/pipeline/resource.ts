import { transportHeaders } from '@/lib/http/base/security-headers';
import type { Permission } from '@/lib/http/identity/authenticate';
import { Refusal } from '@/lib/kernel/errors';
import { answerOperation } from './answer-operation';
import { offerDirectly } from './direct';
import type { Operation } from './route';
import { type Call, serve } from './serve';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** Next resolves it to undefined where the address of a route has no parameter. */
export type RouteContext = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/** A handler as the framework calls it, with the operation behind it, if the method is offered. */
export type RouteHandler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  operation?: Operation;
  /** Set where the answer is a stream: who may have it. */
  streams?: { permission: Permission };
  path: string;
};

export type Resource = Record<Method | 'HEAD' | 'OPTIONS', RouteHandler>;

/**
 * The handlers of one address, for every method: those not offered answer as problems, too.
 * `path` is the address as the reference shows it, such as `/api/v1/payouts/{id}`; only it is ever logged.
 */
export function resource(path: string, operations: Partial<Record<Method, Operation>>): Resource {
  const offered = methods.filter((method) => operations[method]);
  const allow = [...offered, ...(operations.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  /** A wallet in any browser may call what claimants may; nothing else is offered to other origins. */
  const isOpen = ({ descriptor }: Operation) => descriptor.permission === 'claimant';
  const anyOpen = Object.values(operations).some(isOpen);

  const handlerOf = (method: Method | 'HEAD'): RouteHandler => {
    const operation = operations[method === 'HEAD' ? 'GET' : method];
    const open = operation ? isOpen(operation) : anyOpen;
    const handler = (request: Request, context: RouteContext) =>
      serve({ path, request, open }, async (call) => {
        if (operation) return answerOperation(operation, call, await context.params);
        if (offered.length === 0) throw new Refusal('not_found', { detail: 'The API has no such address.' });
        return refuseMethod(call, allow);
      });
    return Object.assign(handler, { path, operation: method === 'HEAD' ? undefined : operation });
  };

  const made = everyMethod(handlerOf, { path, allow, open: anyOpen });
  if (operations.POST) offerDirectly(path, made.POST);
  return made;
}

export function refuseMethod(call: Call, allow: string): never {
  call.headers.set('Allow', allow);
  throw new Refusal('method_not_allowed', { detail: `This address offers ${allow}.` });
}

/** The handlers by the names under which the framework looks for them. */
export function everyMethod(
  handlerOf: (method: Method | 'HEAD') => RouteHandler,
  { path, allow, open }: { path: string; allow: string; open: boolean },
): Resource {
  const options = async () => new Response(null, { status: 204, headers: preflightHeaders(allow, open) });
  return {
    GET: handlerOf('GET'),
    POST: handlerOf('POST'),
    PUT: handlerOf('PUT'),
    PATCH: handlerOf('PATCH'),
    DELETE: handlerOf('DELETE'),
    HEAD: handlerOf('HEAD'),
    OPTIONS: Object.assign(options, { path }),
  };
}

function preflightHeaders(allow: string, open: boolean): Record<string, string> {
  if (!open) return { ...transportHeaders(), Allow: allow };
  return {
    ...transportHeaders(),
    Allow: allow,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers': 'Content-Type',
    'Access-Control-Max-Age': '86400',
  };
}
