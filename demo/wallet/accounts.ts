/** Filled in by the bundler from `demo/accounts.ts`, so that the page's part of the wallet carries no cryptography. */
declare const DEMO_ACCOUNTS: readonly WalletAccount[];
declare const DEMO_CHAIN_ID: number;

export type WalletAccount = { label: string; note: string; address: string; privateKey: `0x${string}` };

export const accounts = DEMO_ACCOUNTS;
export const chainId = `0x${DEMO_CHAIN_ID.toString(16)}`;

export function findAccount(address: unknown): WalletAccount | undefined {
  if (typeof address !== 'string') return undefined;
  return accounts.find((account) => account.address.toLowerCase() === address.toLowerCase());
}
