import type { z } from 'zod';
import type { Context } from '@/lib/access/actor';
import { readQuery, validate } from '@/lib/http/base/validate';
import type { Permission } from '@/lib/http/identity/authenticate';
import { admit } from './answer-operation';
import { everyMethod, type Method, type Resource, refuseMethod } from './resource';
import { type Call, serve } from './serve';

type Streamed = { stream: ReadableStream<Uint8Array>; headers: Record<string, string> };

export type StreamDescriptor<Query> = {
  permission: Permission;
  query: z.ZodType<Query>;
  open(ctx: Context, query: Query, call: Call): Promise<Streamed>;
};

/**
 * The handlers of an address that answers GET with a stream. A caller who may not have it, or asks for it wrongly, gets a
 * problem as everywhere else; once the stream began, its end is all that can be told.
 */
export function streamResource<Query>(path: string, descriptor: StreamDescriptor<Query>): Resource {
  const handlerOf = (method: Method | 'HEAD') => {
    const handler = async (request: Request) => {
      let opened: Streamed | undefined;
      const answer = await serve({ path, request, open: false }, async (call) => {
        if (method !== 'GET') return refuseMethod(call, 'GET, OPTIONS');
        const ctx = await admit({ descriptor }, call);
        const query = validate(descriptor.query, readQuery(new URL(request.url)), 'query');
        opened = await descriptor.open(ctx, query, call);
        return { status: 200, body: '', headers: opened.headers };
      });
      return opened ? new Response(opened.stream, { status: answer.status, headers: answer.headers }) : answer;
    };
    return Object.assign(handler, {
      path,
      streams: method === 'GET' ? { permission: descriptor.permission } : undefined,
    });
  };
  return everyMethod(handlerOf, { path, allow: 'GET, OPTIONS', open: false });
}
