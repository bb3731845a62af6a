import type { Sent } from '@/lib/http/testing/test-browser';
import type { Things } from './own-everything';

/** A request of one tenant's owner that names another tenant's things, and the only answer it may get. */
export type Attempt = Pick<Sent, 'body' | 'query'> & { id?: string; answer: readonly [number, string?] };

export type Expectation = {
  /** Who may: o(wner), a(pprover), p(ayer), d(eveloper), v(iewer). Written out, so that no table can be wrong twice. */
  may: string;
  /** Whether a person must have confirmed their identity. */
  fresh?: true;
  attempts(theirs: Things, mine: Things): [Attempt, ...Attempt[]];
};

export const all = 'oapdv';
export const gone = [404, 'not_found'] as const;
export const made = [201] as const;
export const shown = [200] as const;
/** What is asked of the network, where there is none. */
export const noChain = [503, 'chain_unavailable'] as const;
export const hash = `0x${'ab'.repeat(32)}`;
export const proof = { message: 'Let me in', signature: '0x00' };

/** Nothing can be named here: all that is answered must be the asking tenant's own. */
export const nothing = (may: string, answer: Attempt['answer'] = shown): Expectation => ({
  may,
  attempts: () => [{ answer }],
});

/** Names one thing in its address. */
export const names = (may: string, of: (theirs: Things) => string, body?: unknown): Expectation => ({
  may,
  attempts: (theirs) => [{ id: of(theirs), body, answer: gone }],
});
export const fresh = (one: Expectation): Expectation => ({ ...one, fresh: true });
