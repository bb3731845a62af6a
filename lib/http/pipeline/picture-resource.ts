import type { Context } from '@/lib/access/actor';
import { admitAnybody } from './raw-resource';
import { everyMethod, type Method, type Resource, type RouteContext, refuseMethod } from './resource';
import { serve } from './serve';

type Picture = { type: string; bytes: Buffer };

/** A picture and nothing else: opened by itself it may load, run and frame nothing. */
const headersOf = ({ type, bytes }: Picture) => ({
  ...{ 'Content-Type': type, 'Content-Length': String(bytes.length) },
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
});

/** The handlers of an address that names a picture by what is in it: anybody may load it, and keep it for ever. */
export function pictureResource(
  path: string,
  find: (ctx: Context, params: Record<string, string | undefined>) => Promise<Picture>,
): Resource {
  const handlerOf = (method: Method | 'HEAD') => {
    const handler = async (request: Request, { params }: RouteContext) => {
      let found: Picture | undefined;
      const answer = await serve({ path, request, open: false }, async (call) => {
        if (method !== 'GET' && method !== 'HEAD') return refuseMethod(call, 'GET, HEAD, OPTIONS');
        const ctx = await admitAnybody(call);
        const given = Object.entries((await params) ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
        found = await find(ctx, Object.fromEntries(given));
        return { status: 200, body: '', headers: headersOf(found) };
      });
      if (!found || method === 'HEAD') return answer;
      return new Response(new Uint8Array(found.bytes), { status: answer.status, headers: answer.headers });
    };
    return Object.assign(handler, { path });
  };
  return everyMethod(handlerOf, { path, allow: 'GET, HEAD, OPTIONS', open: false });
}
