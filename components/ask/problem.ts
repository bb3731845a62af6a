import type { ProblemCode } from '@/lib/kernel/errors';
import type { Refused } from './ask';

/** Why the portal did not do it (RFC 9457), or `unreachable` when nothing of ours answered. */
export type Problem = {
  code: ProblemCode | 'unreachable';
  title: string;
  detail: string;
  field?: string;
  errors?: readonly { field: string; detail: string }[];
  /** What else it says, such as `tries_left`. */
  facts?: Readonly<Record<string, unknown>>;
  waitSeconds?: number;
};

export const unreachable: Problem = {
  code: 'unreachable',
  title: 'No connection',
  detail:
    'The portal could not be reached. Nothing was changed as far as this page knows; look again before you repeat it.',
};

/** Read by hand: a schema would bring zod to pages that load little. What is no problem of ours came from a proxy. */
export function problemOf(refused: Refused | null): Problem {
  if (!refused) return unreachable;
  try {
    const { code, title, detail, field, errors, ...facts } = JSON.parse(refused.text);
    if ([code, title, detail].some((one) => typeof one !== 'string')) return unreachable;
    const wait = Number(refused.headers.get('retry-after'));
    return {
      ...{ code, title, detail, facts },
      ...(typeof field === 'string' && { field }),
      ...(Array.isArray(errors) && { errors: errors.filter(isFault) }),
      ...(wait > 0 && { waitSeconds: wait }),
    };
  } catch {
    return unreachable;
  }
}

function isFault(one: unknown): one is { field: string; detail: string } {
  if (typeof one !== 'object' || one === null || !('field' in one) || !('detail' in one)) return false;
  return typeof one.field === 'string' && typeof one.detail === 'string';
}
