import { signOnce } from '@/components/wallet/ask-once';
import { actWith, type ChosenWallet, type WalletFailure } from './act-with';

export type Proof = { message: string; signature: string };

export type SignatureSteps = {
  /** Only these accounts will do, in lower case; null where any will. */
  allowed: readonly string[] | null;
  /** Gets the text that this account is to sign. */
  offer: (address: string, chainId: number) => Promise<{ message: string } | WalletFailure>;
  /** Brings the signature; null when it was taken. */
  prove: (proof: Proof) => Promise<WalletFailure | null>;
};

const words = {
  rejected: 'You declined in the wallet. Nothing was signed.',
  wallet_busy: 'The wallet has a request open already. Open it, answer there, and try again.',
  unable: 'This wallet cannot sign here. Use another one.',
  short_of_fee: 'The wallet could not sign.',
  unclear: 'The wallet could not sign.',
} as const;

/** Has the text signed and brings it. Null when it was taken; otherwise what to tell. */
export async function signWith(
  wallet: ChosenWallet,
  { allowed, offer, prove }: SignatureSteps,
): Promise<WalletFailure | null> {
  const { connector } = wallet;
  const told = await actWith(wallet, {
    allows: (account) => allowed === null || allowed.includes(account),
    wrongAccount: ', which is not a wallet of yours here.',
    prepare: async (account) => {
      const offered = await offer(account, await connector.getChainId());
      return 'detail' in offered ? offered : { ready: offered.message };
    },
    ask: async (account, message) => ({ message, signature: await signOnce(connector, account, message) }),
    words,
  });
  return 'answer' in told ? prove(told.answer) : told;
}
