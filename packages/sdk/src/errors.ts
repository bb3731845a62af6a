import type { Problem } from './wire.ts';

/** What the portal says no with; a newer portal may know codes that these types do not. */
export type ProblemCode = Problem['code'];

export type ErrorFacts = {
  /** Of the last answer: tell it to who runs the portal. Null where none came. */
  requestId: string | null;
  /** The key that the request was sent under: sent again with it, nothing is done twice. */
  idempotencyKey: string | null;
  attempts: number;
  /** Whether what was asked for may have been done: ask again under the same key, or read, before you decide otherwise. */
  mayHaveSucceeded: boolean;
};

const inDoubt = 'It may have succeeded: ask again under the same idempotency key, or read it, before you decide.';

/** What every failed call throws. */
export class DrawbridgeError extends Error {
  override readonly name: string = 'DrawbridgeError';
  readonly requestId: string | null;
  readonly idempotencyKey: string | null;
  readonly attempts: number;
  readonly mayHaveSucceeded: boolean;

  constructor(words: string, facts: ErrorFacts, options?: ErrorOptions) {
    super(facts.mayHaveSucceeded ? `${words} ${inDoubt}` : words, options);
    this.requestId = facts.requestId;
    this.idempotencyKey = facts.idempotencyKey;
    this.attempts = facts.attempts;
    this.mayHaveSucceeded = facts.mayHaveSucceeded;
  }
}

/** No answer came, or one that was cut off. */
export class NoAnswerError extends DrawbridgeError {
  override readonly name = 'NoAnswerError';
  readonly reason: 'network' | 'timeout' | 'aborted';

  constructor(reason: NoAnswerError['reason'], facts: ErrorFacts, cause: unknown) {
    const words = { network: 'No answer came.', timeout: 'No answer came in time.', aborted: 'The call was aborted.' };
    super(words[reason], facts, { cause });
    this.reason = reason;
  }
}

export type ProblemAnswer = {
  status: number;
  problem: Partial<Problem> & Record<string, unknown>;
  retryAfterSeconds: number | null;
};

/** The portal, or what stands in front of it, answered something else than success. */
export class ProblemError extends DrawbridgeError {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** Stable; null where the answer is none of the portal's. */
  readonly code: ProblemCode | null;
  /** The first field at fault, such as `recipient.address`. */
  readonly field: string | null;
  readonly errors: NonNullable<Problem['errors']>;
  readonly retryAfterSeconds: number | null;
  /** The whole answer: some codes say more, such as `payout_id` of `reference_taken`. */
  readonly problem: ProblemAnswer['problem'];

  constructor(answer: ProblemAnswer, facts: ErrorFacts) {
    const { status, problem, retryAfterSeconds } = answer;
    super(problem.detail ?? problem.title ?? `The portal answered ${status}.`, facts);
    this.status = status;
    this.code = problem.code ?? null;
    this.field = problem.field ?? null;
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.problem = problem;
  }
}

/** Narrows a caught error to one code: `if (isProblem(error, 'reference_taken')) …`. */
export function isProblem<Code extends ProblemCode>(
  error: unknown,
  code: Code,
): error is ProblemError & { readonly code: Code } {
  return error instanceof ProblemError && error.code === code;
}
