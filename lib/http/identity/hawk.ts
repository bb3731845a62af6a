import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Hawk 1: HMAC-SHA256 over what was asked, in the Authorization header. https://github.com/mozilla/hawk/blob/main/API.md */

/** How far a caller's clock may be off, and for how long a nonce is remembered, in seconds. */
export const hawkSkewSeconds = 15 * 60;

const maxHeaderLength = 2_048;
const attribute = /(\w+)="([^"\\]*)"\s*(?:,\s*|$)/gy;
const names = ['id', 'ts', 'nonce', 'hash', 'ext', 'mac', 'app', 'dlg'] as const;
type Name = (typeof names)[number];

export type HawkHeader = { id: string; ts: string; nonce: string; mac: string } & Partial<Record<Name, string>>;

const isName = (text: string): text is Name => names.some((name) => name === text);

function readAttributes(text: string): Partial<Record<Name, string>> | null {
  const found: Partial<Record<Name, string>> = {};
  let end = 0;
  for (const [whole, name = '', value = ''] of text.matchAll(attribute)) {
    if (!isName(name) || found[name] !== undefined) return null;
    found[name] = value;
    end += whole.length;
  }
  return end === text.length ? found : null;
}

/** What an Authorization header says; null where it is not one of Hawk, or not whole. */
export function readHawk(header: string | null): HawkHeader | null {
  if (header === null || header.length > maxHeaderLength) return null;
  const text = /^hawk\s+(.*)$/i.exec(header)?.[1];
  const found = text === undefined ? null : readAttributes(text);
  if (!found) return null;
  const { id, ts, nonce, mac } = found;
  if (!id || !nonce || !mac || !ts || !/^\d{1,12}$/.test(ts)) return null;
  return { ...found, id, ts, nonce, mac };
}

/** What was asked: `target` is path and query as they were sent, `origin` the portal's own address. */
export type HawkRequest = { method: string; target: string; origin: string };

function textsOf(header: HawkHeader, { method, target, origin }: HawkRequest): string[] {
  const { ts, nonce, hash = '', ext = '', app, dlg = '' } = header;
  const { hostname, port, protocol } = new URL(origin);
  const path = target.split('?')[0] ?? target;
  const usual = protocol === 'https:' ? '443' : '80';
  const texts: string[] = [];
  for (const at of new Set([port || usual, '443', '80'])) {
    for (const resource of new Set([target, path])) {
      const parts = ['hawk.1.header', ts, nonce, method, resource, hostname.toLowerCase(), at, hash, ext];
      texts.push(`${[...parts, ...(app === undefined ? [] : [app, dlg])].join('\n')}\n`);
    }
  }
  return texts;
}

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

/** Compared as text: base64 with a blank in it reads the same and is another text. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * Whether this key made the header for this request. The host is ours, never what a request names. Clients differ in whether
 * they sign the query and in which port they name behind a proxy: each way is tried, and all of them always.
 */
export function isHawkOf(key: string, header: HawkHeader, request: HawkRequest): boolean {
  return textsOf(header, request).reduce((found, text) => isSame(header.mac, hmac(key, text)) || found, false);
}

/** Whether the body is the one that was signed. `type` is the Content-Type as it came. */
export function isBodyOf({ hash = '' }: HawkHeader, type: string | null, body: Buffer): boolean {
  const essence = type?.split(';')[0]?.trim().toLowerCase() ?? '';
  const right = createHash('sha256').update(`hawk.1.payload\n${essence}\n`).update(body).update('\n');
  return isSame(hash, right.digest('base64'));
}

export function isHawkFresh({ ts }: HawkHeader, now: Date): boolean {
  return Math.abs(Number(ts) - now.getTime() / 1000) <= hawkSkewSeconds;
}

/** What tells a client whose clock is off what the time is here, proved by its own key. */
export function staleChallenge(key: string, now: Date): string {
  const ts = String(Math.floor(now.getTime() / 1000));
  return `Hawk ts="${ts}", tsm="${hmac(key, `hawk.1.ts\n${ts}\n`)}", error="Stale timestamp"`;
}
