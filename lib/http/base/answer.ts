import type { ProblemCode } from '@/lib/kernel/errors';

/** What goes back to the caller, before the headers that every answer carries. */
export type Answer = {
  status: number;
  body: string;
  headers: Record<string, string>;
  /** Set on problems. */
  code?: ProblemCode;
};

export function jsonAnswer(status: number, body: string): Answer {
  return { status, body, headers: status === 204 ? {} : { 'Content-Type': 'application/json' } };
}
