/** Set on requests that are signed over their target, as they arrive; a value that the caller sent is removed. */
export const targetHeader = 'x-drawbridge-target';

/** Where requests may be signed over their query as it was written, which the framework rewrites. */
const rawPath = '/api/hooks/';

/** Keeps the target exactly as it stood in the request's first line. */
export function noteTarget(headers: Record<string, string | string[] | undefined>, url = ''): void {
  delete headers[targetHeader];
  const signed = /^hawk /i.test(String(headers.authorization ?? ''));
  if (signed || url.includes(rawPath)) headers[targetHeader] = url;
}

/** The query as it came, with its question mark; empty without one. */
export function rawSearch(request: Request): string {
  const target = rawTarget(request);
  const start = target.indexOf('?');
  return start < 0 ? '' : target.slice(start);
}

/** Path and query as they came. */
export function rawTarget(request: Request): string {
  const target = request.headers.get(targetHeader) ?? request.url;
  return target.replace(/^https?:\/\/[^/?#]*/i, '');
}
