import type { Answer } from '@/lib/http/base/answer';
import { problemAnswer } from '@/lib/http/base/problem';
import { refusalFrom } from '@/lib/http/base/refusal-from';
import { transportHeaders } from '@/lib/http/base/security-headers';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { measureRequest } from '@/lib/metrics/meters';

/** One request on its way; `headers` go out with every answer. */
export type Call = { request: Request; requestId: string; headers: Headers; keyId?: string };

export type Address = {
  /** The address as a pattern. The real one may hold a claim token, so it is never logged. */
  path: string;
  request: Request;
  /** Whether pages of any origin may read the answer. */
  open: boolean;
};

/** Runs `work` and sends its answer; an error that it throws becomes a problem. */
export async function serve(
  { path, request, open }: Address,
  work: (call: Call) => Promise<Answer>,
): Promise<Response> {
  const started = performance.now();
  const call: Call = { request, requestId: newId('request'), headers: new Headers(transportHeaders()) };
  if (open) {
    call.headers.set('Access-Control-Allow-Origin', '*');
    call.headers.set('Access-Control-Expose-Headers', 'RateLimit, RateLimit-Policy, Retry-After, X-Request-Id');
  }
  const answer = await work(call).catch((error: unknown) =>
    problemAnswer(refusalFrom(error, call.requestId), call.requestId),
  );
  for (const [name, value] of Object.entries(answer.headers)) call.headers.set(name, value);
  call.headers.set('X-Request-Id', call.requestId);
  if (!call.headers.has('Cache-Control')) call.headers.set('Cache-Control', 'no-store');
  const seconds = (performance.now() - started) / 1000;
  measureRequest({ method: request.method, path, status: answer.status, seconds });
  log.info(
    {
      requestId: call.requestId,
      keyId: call.keyId,
      method: request.method,
      path,
      status: answer.status,
      code: answer.code,
      ms: Math.round(seconds * 1000),
    },
    'request',
  );
  const body = request.method === 'HEAD' || answer.status === 204 ? null : answer.body;
  return new Response(body, { status: answer.status, headers: call.headers });
}
