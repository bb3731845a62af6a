import { Refusal } from '@/lib/kernel/errors';
import { parseJson } from './json';

export const bodyLimitBytes = 64 * 1024;

function tooLarge(limit: number): Refusal {
  return new Refusal('body_too_large', { detail: `At most ${limit} bytes are accepted.` });
}

/** The caller went away: nobody reads this answer, and nothing here is at fault. */
function brokenOff(): Refusal {
  return new Refusal('malformed_json', { detail: 'The body ended before it was whole.' });
}

/** Reads no more than the limit, with any Content-Length. */
export async function readBytes(request: Request, limit = bodyLimitBytes): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  const next = async () => reader?.read().catch(() => Promise.reject(brokenOff()));
  for (let part = await next(); part && !part.done; part = await next()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge(limit);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

function readText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Refusal('malformed_json', { detail: 'The body is not valid UTF-8.' }, { cause: error });
  }
}

/** The body as a JSON value. Where none is needed, an empty one counts as `{}`. */
export async function readBody(request: Request, needed: boolean, limit?: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (!needed && bytes.byteLength === 0) return {};
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (bytes.byteLength > 0 && type !== 'application/json') throw new Refusal('unsupported_media_type');
  return parseJson(readText(bytes));
}

/** The body of a form or of JSON as an object, for next-auth, which reads either. */
export async function readForm(request: Request): Promise<Record<string, unknown>> {
  const text = readText(await readBytes(request));
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  const value = type === 'application/json' ? parseJson(text) : null;
  if (value === null || typeof value !== 'object') throw new Refusal('unsupported_media_type');
  return { ...value };
}
