import type { Hash } from 'viem';
import { switchChain } from 'wagmi/actions';
import { shorten } from '@/components/ui/figures/shorten';
import { actWith, type ChosenWallet, type WalletFailure } from '@/components/wallet/acting/act-with';
import { sendCall } from '@/components/wallet/send-call';
import type { PreparedCall } from '@/lib/vaults/schema';

const words = {
  rejected: 'You declined in the wallet. Nothing was sent, and nothing changed.',
  wallet_busy: 'The wallet has a request open already. Open it, answer there, and try again.',
  unable: 'The wallet cannot send this, and did not. Nothing changed; use another wallet.',
  short_of_fee:
    'The wallet says that this account cannot pay the network fee. Add a little and try again; if it was still sent, the numbers here follow by themselves.',
  unclear:
    'The wallet gave no clear answer, so it may have sent it. If it did, the numbers here follow by themselves. Look into the wallet before you press again.',
} as const;

/** Goes to the right network, and has exactly the prepared call sent by exactly its sender. */
export function sendWith(
  wallet: ChosenWallet,
  { sender, call }: PreparedCall,
  chainName: string,
): Promise<{ answer: Hash } | WalletFailure> {
  const { config, connector } = wallet;
  return actWith(wallet, {
    allows: (account) => account === sender.toLowerCase(),
    wrongAccount: `; this needs ${shorten(sender)}, and no other account will do. Nothing was signed.`,
    prepare: async () => {
      const isThere = (await connector.getChainId()) === call.chainId;
      const moved = isThere || (await switchChain(config, { chainId: call.chainId, connector }).catch(() => null));
      if (moved) return { ready: null };
      const detail = `Your wallet is on another network. Choose ${chainName} (network number ${call.chainId}) there, and press again. Nothing was sent.`;
      return { detail };
    },
    ask: () => sendCall(connector, sender, call),
    words,
  });
}
