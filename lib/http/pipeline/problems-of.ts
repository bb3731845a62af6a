import { isForOwnPages } from '@/lib/http/identity/authenticate';
import { type ProblemCode, problems } from '@/lib/kernel/errors';
import type { Descriptor } from './route';

/** Everything that an operation may refuse with: what it declares, and what every operation of its kind may. */
export function problemsOf(descriptor: Descriptor): ProblemCode[] {
  const { permission, body, query, idempotent, refuses } = descriptor;
  const own: ProblemCode[] = [
    ...refuses,
    ...(typeof permission === 'object' && 'scope' in permission
      ? (['unauthenticated', 'forbidden', 'key_ip_refused'] as const)
      : []),
    ...(typeof permission === 'object' && 'member' in permission
      ? (['signed_out', 'forbidden', 'merchant_changed', 'step_up_required'] as const)
      : []),
    ...(typeof permission === 'object' && 'operator' in permission
      ? (['signed_out', 'forbidden', 'step_up_required'] as const)
      : []),
    ...(typeof permission === 'object' && 'operatorScope' in permission
      ? (['unauthenticated', 'signed_out', 'forbidden', 'step_up_required'] as const)
      : []),
    ...(isForOwnPages(permission) ? (['cross_site_refused'] as const) : []),
    ...(permission === 'public' ? [] : (['rate_limited', 'unavailable'] as const)),
    ...(body ? (['malformed_json', 'body_too_large', 'unsupported_media_type'] as const) : []),
    ...(body || query || idempotent ? (['invalid_request'] as const) : []),
    ...(idempotent ? (['idempotency_in_progress', 'idempotency_key_reused'] as const) : []),
    'internal',
  ];
  return [...new Set(own)].sort((left, right) => problems[left][0] - problems[right][0] || (left < right ? -1 : 1));
}
