import type { Facts, FailureCode } from '@/db/vocabulary/reasons';
import type { Failure } from '@/lib/wire/reason';
import { wordsOf } from '@/lib/wire/reason-words';

type Columns = { failureCode: FailureCode | null; failureFacts: Facts };

/** Why a payout or a transfer failed, as its row keeps it. */
export function failureColumns({ code, facts }: Failure) {
  return { failureCode: code, failureFacts: facts } satisfies Columns;
}

export const noFailure = { failureCode: null, failureFacts: {} } satisfies Columns;

/** What a row says about its failure; null where it tells of none. */
export function failureOf({ failureCode, failureFacts }: Columns): Failure | null {
  return failureCode && { code: failureCode, facts: failureFacts };
}

/** The same in words. */
export function failureWords(row: Columns): string | null {
  const failure = failureOf(row);
  return failure && wordsOf(failure);
}
