import type { WalletTrouble } from '@/components/wallet/wallet-error';
import type { Failure } from './failures';

const failures: Partial<Record<WalletTrouble, Failure>> = {
  rejected: {
    heading: 'You declined in your wallet',
    words: 'Nothing was signed, and nobody was signed in. Go on whenever you like.',
  },
  unable: {
    heading: 'Your wallet cannot sign here',
    words: 'It says that it cannot sign messages on this page. Use another wallet or a code by e-mail.',
  },
  wallet_busy: {
    heading: 'Your wallet is still waiting for you',
    words: 'A request is already open there. Open your wallet and answer it, or close it and go on here.',
  },
};

/** What kept a wallet from signing. Signing costs nothing, so no fee can be short. */
export function walletFailureOf(trouble: WalletTrouble): Failure {
  return (
    failures[trouble] ?? {
      heading: 'Your wallet could not sign',
      words: 'Try once more. If it keeps refusing, use another wallet or a code by e-mail.',
    }
  );
}
