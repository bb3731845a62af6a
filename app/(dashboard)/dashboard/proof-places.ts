import type { ProofPlaces } from '@/components/desk/frame/step-up';
import { findPasskeyPlace } from '@/lib/access/passkeys/place';
import { viewChain } from '@/lib/chains/chain-view';
import { configuredChains } from '@/lib/chains/served';
import { env } from '@/lib/kernel/env';

/** Where people prove who they are: the network that wallets sign for, and in a demo the mailbox. */
export function proofPlaces(): ProofPlaces {
  const [key] = configuredChains();
  const mailbox = env.DEMO ? '/dev/mailbox' : null;
  const passkey = findPasskeyPlace() !== null;
  if (!key) return { wallet: null, mailbox, passkey };
  return { wallet: { chain: viewChain(key), walletConnectProjectId: env.WALLETCONNECT_PROJECT_ID }, mailbox, passkey };
}
