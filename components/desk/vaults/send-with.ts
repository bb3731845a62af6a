import type { Hash } from 'viem';
import type { Config, Connector } from 'wagmi';
import { connect, getConnections, switchChain } from 'wagmi/actions';
import { shorten } from '@/components/ui/figures/shorten';
import { sendCall } from '@/components/wallet/send-call';
import { readWalletError, walletWords } from '@/components/wallet/wallet-error';
import type { PreparedCall } from '@/lib/vaults/schema';

/** Why nothing was sent; with `otherWallet` where another account of that wallet would do. */
export type SendTrouble = { detail: string; otherWallet?: Connector };

type Sending = { config: Config; connector: Connector; prepared: PreparedCall; chainName: string };

const words = {
  rejected: 'You declined in the wallet. Nothing was sent, and nothing changed.',
  wallet_busy: 'The wallet has a request open already. Open it, answer there, and try again.',
  unable: 'The wallet cannot send this, and did not. Nothing changed; use another wallet.',
  short_of_fee:
    'The wallet says that this account cannot pay the network fee. Add a little and try again; if it was still sent, the numbers here follow by themselves.',
  unclear:
    'The wallet gave no clear answer, so it may have sent it. If it did, the numbers here follow by themselves. Look into the wallet before you press again.',
} as const;

/** Connects where needed, goes to the right network, and has exactly the prepared call sent by exactly its sender. */
export async function sendWith({
  config,
  connector,
  prepared,
  chainName,
}: Sending): Promise<{ hash: Hash } | SendTrouble> {
  const { sender, call } = prepared;
  try {
    const open = getConnections(config).find((one) => one.connector.uid === connector.uid);
    if (!open) await connect(config, { connector });
    const accounts = await connector.getAccounts();
    if (!accounts.some((one) => one.toLowerCase() === sender.toLowerCase())) {
      const shown = accounts[0] ? `shows ${shorten(accounts[0])}` : 'shows no account';
      const detail = `${connector.name} ${shown}; this needs ${shorten(sender)}, and no other account will do. Nothing was signed.`;
      return { detail, otherWallet: connector };
    }
    if ((await connector.getChainId()) !== call.chainId) {
      const moved = await switchChain(config, { chainId: call.chainId, connector }).then(
        () => true,
        () => false,
      );
      if (!moved) {
        const detail = `Your wallet is on another network. Choose ${chainName} (network number ${call.chainId}) there, and press again. Nothing was sent.`;
        return { detail };
      }
    }
    return { hash: await sendCall(connector, sender, call) };
  } catch (error) {
    const trouble = readWalletError(error);
    const said = trouble === 'unable' || trouble === 'unclear' ? walletWords(error) : '';
    return { detail: said ? `${words[trouble]} It says: ${said}` : words[trouble] };
  }
}
