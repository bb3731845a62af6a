import type { ProofPlaces } from '@/components/desk/frame/step-up';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains, env } from '@/lib/kernel/env';

/** Where people prove who they are: the network that wallets sign for, and in a demo the mailbox. */
export function proofPlaces(): ProofPlaces {
  const [key] = configuredChains();
  const mailbox = env.DEMO ? '/dev/mailbox' : null;
  if (!key) return { wallet: null, mailbox };
  const { id, name, explorerUrl } = chainOf(key);
  const chain = { key, id, name, explorer_url: explorerUrl };
  return { wallet: { chain, walletConnectProjectId: env.WALLETCONNECT_PROJECT_ID }, mailbox };
}
