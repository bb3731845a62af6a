import { privateKeyToAccount } from 'viem/accounts';

/** The signer that the vault of the prepared chain has named. */
export const testSignerKey = `0x${'5e'.repeat(32)}` as const;
export const testSigner = privateKeyToAccount(testSignerKey);
