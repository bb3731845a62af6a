'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { proofSteps } from '@/components/desk/pay/run/proof-steps';
import { Callout } from '@/components/ui/callout';
import type { Proof } from '@/components/wallet/acting/sign-with';
import type { ChainView } from '@/lib/chains/chain-view';
import { madeVault } from '@/lib/vaults/schema';

const WalletSigner = dynamic(
  () => import('@/components/wallet/acting/wallet-signer').then((module) => module.WalletSigner),
  {
    ssr: false,
    loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
  },
);

export type VaultChain = ChainView;

/** Has a wallet sign that it is this team's, and makes it the vault of one network. */
export function ConnectVault({ chain }: { chain: VaultChain }) {
  const { wallet: place } = useProofPlaces();
  const { run } = useAction();
  const router = useRouter();
  const asked = useRef('');
  const may = useMay('vaults:write');
  if (!may) return <Callout>An owner connects the vault’s wallet.</Callout>;
  if (!place)
    return <Callout tone="warn">This portal cannot reach wallets right now. Its operator can mend that.</Callout>;
  const { offer, prove } = proofSteps(run, { name: `Vault on ${chain.name}`, on: chain.id });
  const connect = async (address: string, proof: Proof) => {
    const failure = await prove(proof);
    if (failure) return failure;
    const body = { chain: chain.key, address };
    const answer = await run('/api/desk/vaults', { method: 'POST', body, returns: madeVault });
    return answer.ok ? null : { detail: answer.problem.detail };
  };
  return (
    <section aria-label={`Connect the vault on ${chain.name}`} className="max-w-prose space-y-3">
      <p className="text-sm text-pretty text-quiet">
        Connect the wallet that holds what you pay out: in this browser, a hardware wallet through it, or a Safe. It
        signs one message, which costs nothing and moves no money. A Safe’s owners sign as they sign anything else.
      </p>
      <WalletSigner
        place={{ ...place, chain }}
        allowed={null}
        verb="Pay out from"
        offer={(address, chainId) => {
          asked.current = address;
          return offer(address, chainId);
        }}
        prove={(proof) => connect(asked.current, proof)}
        onDone={() => router.refresh()}
      />
    </section>
  );
}
