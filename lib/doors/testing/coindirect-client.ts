import Hawk from 'hawk';
import { peerHeader } from '@/lib/http/base/address';
import type { Resource } from '@/lib/http/pipeline/resource';
import { env } from '@/lib/kernel/env';

export type HawkKey = { id: string; key: string };
export type Answered = { status: number; headers: Headers; text: string; json: Awaited<ReturnType<Response['json']>> };

export type Asking = {
  method?: 'GET' | 'POST' | 'PUT';
  /** Path and query. */
  path: string;
  uuid?: string;
  body?: unknown;
  key?: HawkKey;
  /** Where the client believes that it talks to. */
  base?: string;
  /** Signs the body, too. */
  withHash?: boolean;
  /** Signs the path alone. */
  withoutQuery?: boolean;
  nonce?: string;
  skewSeconds?: number;
  authorization?: string;
  from?: string;
};

/** The header that the hawk package makes for a request. */
export function hawkHeader({ method = 'GET', path, key, base = env.BASE_URL, ...how }: Asking, body?: string): string {
  if (!key) return how.authorization ?? '';
  const credentials = { ...key, algorithm: 'sha256' } as const;
  const address = `${base}${how.withoutQuery ? path.split('?')[0] : path}`;
  const timestamp = Math.floor(Date.now() / 1000) + (how.skewSeconds ?? 0);
  const payload = how.withHash ? { payload: body ?? '', contentType: body ? 'application/json' : '' } : {};
  return Hawk.client.header(address, method, { credentials, timestamp, nonce: how.nonce, ...payload }).header;
}

/** Asks one of Coindirect's addresses as a program does that was written for it, signed by the hawk package. */
export async function ask(resource: Resource, asking: Asking): Promise<Answered> {
  const { method = 'GET', path, uuid, from } = asking;
  const body = asking.body === undefined || typeof asking.body === 'string' ? asking.body : JSON.stringify(asking.body);
  const authorization = hawkHeader(asking, body);
  const headers = new Headers({
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(authorization && { authorization }),
    ...(from && { [peerHeader]: from }),
  });
  const request = new Request(new URL(path, env.BASE_URL), { method, headers, body });
  const answer = await resource[method](request, { params: Promise.resolve(uuid ? { uuid } : {}) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: text ? JSON.parse(text) : null };
}
