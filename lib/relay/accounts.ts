import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { Queryable } from '@/db/client';
import type { ChainKey, RelayPurpose } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { readAddress } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { nonceOf } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import {
  adoptNonce,
  endStop,
  insertAccount,
  type RelayAccount,
  selectAccounts,
  selectBusyAccounts,
  stopNow,
} from './account-store';
import { claimsLeft } from './claims-left';

/** Makes an account of ours with a fresh key, which is kept sealed and shown to nobody. Answers where to send currency. */
export async function addAccount(ctx: Context, chain: ChainKey, purpose: RelayPurpose): Promise<RelayAccount> {
  const key = generatePrivateKey();
  const now = ctx.clock.now();
  const id = newId('relayAccount', now.getTime());
  const address = privateKeyToAccount(key).address.toLowerCase();
  await ctx.db.transaction((tx) =>
    insertAccount(tx, { id, chain, address, purpose, sealedKey: seal(key, id), createdAt: now }),
  );
  return findAccount(ctx.db, address);
}

/** What is on its way from it goes on; it takes nothing more. Refuses: not_found. */
export async function stopAccount(ctx: Context, address: string): Promise<void> {
  for (const { id } of await accountsAt(ctx.db, address)) await stopNow(ctx.db, id, 'by_operator', ctx.clock.now());
}

/** Lets it send again, from the nonce on that its chain has come to. Refuses: not_found, chain_unavailable. */
export async function startAccount(ctx: Context, address: string): Promise<void> {
  for (const account of await accountsAt(ctx.db, address)) {
    const nonce = await reading(account.chain, (client) => nonceOf(client, account.address));
    await ctx.db.transaction(async (tx) => {
      await adoptNonce(tx, account.id, nonce);
      await endStop(tx, account.id);
    });
  }
}

async function accountsAt(db: Queryable, address: string): Promise<RelayAccount[]> {
  const wanted = readAddress(address);
  const found = (await selectAccounts(db)).filter((account) => account.address === wanted);
  if (found.length === 0) throw new Refusal('not_found', { detail: `There is no relay account ${address}.` });
  return found;
}

async function findAccount(db: Queryable, address: string): Promise<RelayAccount> {
  const [account] = await accountsAt(db, address);
  if (!account) throw new Error(`The account ${address} was not written`);
  return account;
}

/** An account as operators see it; the key stays where it is. */
export type AccountView = Pick<
  RelayAccount,
  'id' | 'chain' | 'address' | 'purpose' | 'stop' | 'balance' | 'gasPrice' | 'lookedAt'
> & { open: number; claimsLeft: bigint | null };

/** The accounts of these chains, with what they hold and what is on its way from them. */
export async function listAccounts(db: Queryable, chains: readonly ChainKey[]): Promise<AccountView[]> {
  const found = await Promise.all(chains.map((chain) => selectBusyAccounts(db, chain)));
  return found.flat().map((account) => {
    const { id, chain, address, purpose, stop, balance, gasPrice, lookedAt, open } = account;
    return { id, chain, address, purpose, stop, balance, gasPrice, lookedAt, open, claimsLeft: claimsLeft(account) };
  });
}
