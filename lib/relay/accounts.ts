import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RelayPurpose } from '@/db/vocabulary/relay';
import type { Context } from '@/lib/access/actor';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import { standard } from '@/lib/dialects/standard';
import { reading } from '@/lib/evm/rpc';
import { nonceOf } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { checkTarget, operatorRules, rulesOf } from '@/lib/outgoing/target-url';
import {
  adoptNonce,
  endStop,
  insertAccount,
  type RelayAccount,
  saveRest,
  selectAccounts,
  selectBusyAccounts,
  stopNow,
} from './account-store';
import { claimsLeft } from './claims-left';
import { CannotSign, tryToSign } from './sign';

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

/** Where a service that keeps the key is asked, and whose signature must come. */
export type SignerOffer = { url: string; address: string };

/**
 * Makes an account whose key a service of the operator's keeps. It is stopped until `startAccount` has tried the service,
 * which needs the secret first: it is in this answer and in no later one. Refuses: target_refused, address_refused.
 */
export async function addRemoteAccount(
  ctx: Context,
  chain: ChainKey,
  purpose: RelayPurpose,
  offer: SignerOffer,
): Promise<{ account: RelayAccount; secret: string }> {
  const address = readAddress(offer.address);
  if (!address) throw new Refusal('address_refused', { field: 'address', detail: explainChecksum(offer.address) });
  if ((await selectAccounts(ctx.db, chain)).some((account) => account.address === address))
    throw new Refusal('address_refused', { field: 'address', detail: 'This account is there already.' });
  const { href: signerUrl } = await checkTarget(offer.url, rulesOf(null, operatorRules));
  const now = ctx.clock.now();
  const id = newId('relayAccount', now.getTime());
  const secret = standard.newSecret('hmac');
  const stop = { stop: 'by_operator', stoppedAt: now } as const;
  const row = { id, chain, address, purpose, signerUrl, signerSecret: seal(secret, id), ...stop, createdAt: now };
  await ctx.db.transaction((tx) => insertAccount(tx, row));
  return { account: await findAccount(ctx.db, address), secret };
}

/** What is on its way from it goes on; it takes nothing more. Refuses: not_found. */
export async function stopAccount(ctx: Context, address: string): Promise<void> {
  for (const { id } of await accountsAt(ctx.db, address)) await stopNow(ctx.db, id, 'by_operator', ctx.clock.now());
}

/**
 * Lets it send again, from the nonce on that its chain has come to, if it can sign. Refuses: not_found, chain_unavailable,
 * signer_declined, signer_unreachable.
 */
export async function startAccount(ctx: Context, address: string): Promise<void> {
  for (const account of await accountsAt(ctx.db, address)) {
    await tryToSign(ctx, account).catch(refuseUnsigned);
    const nonce = await reading(account.chain, (client) => nonceOf(client, account.address));
    await ctx.db.transaction(async (tx) => {
      await adoptNonce(tx, account.id, nonce);
      await endStop(tx, account.id);
      await saveRest(tx, account.id, null);
    });
  }
}

function refuseUnsigned(error: unknown): never {
  if (!(error instanceof CannotSign)) throw error;
  const code = error.isDeclined ? 'signer_declined' : 'signer_unreachable';
  throw new Refusal(code, { detail: `It cannot sign (${error.code}). Nothing has changed.` }, { cause: error });
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
  'id' | 'chain' | 'address' | 'purpose' | 'stop' | 'restCode' | 'balance' | 'gasPrice' | 'lookedAt'
> & {
  open: number;
  claimsLeft: bigint | null;
  /** Of the service that keeps its key, without the path; null where the key is here. */
  signerHost: string | null;
};

/** The accounts of these chains, with what they hold and what is on its way from them. */
export async function listAccounts(db: Queryable, chains: readonly ChainKey[]): Promise<AccountView[]> {
  const found = await Promise.all(chains.map((chain) => selectBusyAccounts(db, chain)));
  return found.flat().map((account) => {
    const { id, chain, address, purpose, stop, restCode, balance, gasPrice, lookedAt, open, signerUrl } = account;
    const signerHost = signerUrl === null ? null : new URL(signerUrl).host;
    const held = { balance, gasPrice, lookedAt, open, claimsLeft: claimsLeft(account) };
    return { id, chain, address, purpose, stop, restCode, signerHost, ...held };
  });
}
