import { BaseError, ContractFunctionRevertedError, ContractFunctionZeroDataError } from 'viem';

/** Stands for a function that a contract does not have: only its own refusal means that; a silent node means nothing. */
export function missingAs<T>(value: T): (error: unknown) => T {
  return (error) => {
    const missing =
      error instanceof BaseError &&
      error.walk(
        (cause) => cause instanceof ContractFunctionRevertedError || cause instanceof ContractFunctionZeroDataError,
      );
    if (missing) return value;
    throw error;
  };
}
