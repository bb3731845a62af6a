import { env } from '@/lib/kernel/env';
import type { FieldError, ProblemCode, Refusal } from '@/lib/kernel/errors';
import type { Answer } from './answer';

/** Where a problem code is explained: the `type` of the problem document. */
export function problemType(code: ProblemCode): string {
  return new URL(`/docs/errors#${code}`, env.BASE_URL).href;
}

function jsonPointer(field: string): string {
  const steps = field.split('.').map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/${steps.join('/')}`;
}

/** `pointers` adds where in the JSON body the fault is; only requests with a body have such a place. */
function fieldErrors(refusal: Refusal, pointers: boolean): FieldError[] {
  const { field, errors, detail } = refusal.facts;
  const listed = errors ?? (field ? [{ field, detail: detail ?? refusal.title }] : []);
  if (!pointers) return listed;
  return listed.map((fault) => ({ ...fault, pointer: fault.pointer ?? jsonPointer(fault.field) }));
}

function retryHeader(refusal: Refusal): Record<string, string> {
  const { retryAfterSeconds } = refusal.facts;
  return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterSeconds))) };
}

/** A refusal as an RFC 9457 problem document. */
export function problemAnswer(refusal: Refusal, requestId: string, pointers = false): Answer {
  const errors = fieldErrors(refusal, pointers);
  const document = {
    ...refusal.facts.extra,
    type: problemType(refusal.code),
    title: refusal.title,
    status: refusal.status,
    detail: refusal.facts.detail ?? errors[0]?.detail ?? `${refusal.title}.`,
    instance: requestId,
    code: refusal.code,
    ...(errors[0] && { field: errors[0].field, errors }),
  };
  return {
    status: refusal.status,
    body: JSON.stringify(document),
    headers: { 'Content-Type': 'application/problem+json', ...retryHeader(refusal) },
    code: refusal.code,
  };
}
