import type { useAction } from '@/components/desk/frame/use-action';
import type { WalletFailure } from '@/components/wallet/acting/act-with';
import type { Proof } from '@/components/wallet/acting/sign-with';
import { walletMessage } from '@/lib/access/schema';
import { walletList } from '@/lib/wallets/schema';

/** The portal's part of a wallet's proof that it pays for this team: the text that it signs, and the signature taken. */
export function proofSteps(run: ReturnType<typeof useAction>['run'], { name, on }: { name?: string; on?: number }) {
  const offer = async (address: string, chainId: number): Promise<{ message: string } | WalletFailure> => {
    const body = { address, chain_id: on ?? chainId };
    const answer = await run('/api/desk/wallets/message', { method: 'POST', body, returns: walletMessage });
    return answer.ok ? answer.data : { detail: answer.problem.detail };
  };
  const prove = async (proof: Proof): Promise<WalletFailure | null> => {
    const body = { ...proof, ...(name && { name }) };
    const answer = await run('/api/desk/wallets/proof', { method: 'POST', body, returns: walletList });
    return answer.ok ? null : { detail: answer.problem.detail };
  };
  return { offer, prove };
}
