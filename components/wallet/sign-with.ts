import type { Config, Connector } from 'wagmi';
import { connect, getConnections } from 'wagmi/actions';
import { shorten } from '@/components/ui/figures/shorten';
import { signOnce } from './ask-once';
import { readWalletError, walletWords } from './wallet-error';
import type { WalletSignerProps } from './wallet-signer';

export type Proof = { message: string; signature: string };

/** What went wrong, in words; with `otherWallet` where another account of that wallet would do. */
export type SignFailure = { detail: string; otherWallet?: Connector };

type Signing = Pick<WalletSignerProps, 'allowed' | 'offer' | 'prove'> & { config: Config; connector: Connector };

const words = {
  rejected: 'You declined in the wallet. Nothing was signed.',
  wallet_busy: 'The wallet has a request open already. Open it, answer there, and try again.',
  unable: 'This wallet cannot sign here. Use another one.',
  short_of_fee: 'The wallet could not sign.',
  unclear: 'The wallet could not sign.',
} as const;

async function connectionOf(config: Config, connector: Connector) {
  const open = getConnections(config).find((one) => one.connector.uid === connector.uid);
  return open ?? connect(config, { connector });
}

/** Connects where needed, has the text signed and brings it. Null when it was taken; otherwise what to tell. */
export async function signWith({ config, connector, allowed, offer, prove }: Signing): Promise<SignFailure | null> {
  try {
    const { accounts, chainId } = await connectionOf(config, connector);
    const account = accounts.find((one) => allowed === null || allowed.includes(one.toLowerCase()));
    if (!account) {
      const shown = accounts[0] ? `shows ${shorten(accounts[0])}` : 'shows no account';
      return { detail: `${connector.name} ${shown}, which is not a wallet of yours here.`, otherWallet: connector };
    }
    const offered = await offer(account, chainId);
    if ('detail' in offered) return offered;
    const { message } = offered;
    const signature = await signOnce(connector, account, message);
    return await prove({ message, signature });
  } catch (error) {
    const trouble = readWalletError(error);
    const said = trouble === 'unable' || trouble === 'unclear' ? walletWords(error) : '';
    return { detail: said ? `${words[trouble]} It says: ${said}` : words[trouble] };
  }
}
