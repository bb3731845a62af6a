import type { Config, Connector } from 'wagmi';
import { connect, getConnections } from 'wagmi/actions';
import { shorten } from '@/components/ui/figures/shorten';
import { readWalletError, type WalletTrouble, walletWords } from '@/components/wallet/wallet-error';

/** A wallet that a person chose, and the settings through which it is asked. */
export type ChosenWallet = { config: Config; connector: Connector };

/** What went wrong, in words; with `otherWallet` where another account of that wallet would do. */
export type WalletFailure = { detail: string; otherWallet?: Connector };

export type WalletTask<Prepared, Answer> = {
  /** Whether this account may act, in lower case. */
  allows: (account: string) => boolean;
  /** What to say of any other account, after which one the wallet shows. */
  wrongAccount: string;
  /** All that comes before the wallet's own question, such as the text or the right network. */
  prepare: (account: string) => Promise<{ ready: Prepared } | WalletFailure>;
  /** The question itself, through `ask-once.ts`. */
  ask: (account: string, prepared: Prepared) => Promise<Answer>;
  words: Readonly<Record<WalletTrouble, string>>;
};

/** Connects where needed, sees to it that the right account acts, and has the wallet asked once. */
export async function actWith<Prepared, Answer>(
  { config, connector }: ChosenWallet,
  { allows, wrongAccount, prepare, ask, words }: WalletTask<Prepared, Answer>,
): Promise<{ answer: Answer } | WalletFailure> {
  try {
    const isOpen = getConnections(config).some((one) => one.connector.uid === connector.uid);
    if (!isOpen) await connect(config, { connector });
    const accounts = await connector.getAccounts();
    const account = accounts.find((one) => allows(one.toLowerCase()));
    if (!account) {
      const shown = accounts[0] ? `shows ${shorten(accounts[0])}` : 'shows no account';
      return { detail: `${connector.name} ${shown}${wrongAccount}`, otherWallet: connector };
    }
    const prepared = await prepare(account);
    return 'ready' in prepared ? { answer: await ask(account, prepared.ready) } : prepared;
  } catch (error) {
    const trouble = readWalletError(error);
    const said = trouble === 'unable' || trouble === 'unclear' ? walletWords(error) : '';
    return { detail: said ? `${words[trouble]} It says: ${said}` : words[trouble] };
  }
}
