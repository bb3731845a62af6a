import { useRef, useState } from 'react';
import { type Connector, useAccount, useConfig } from 'wagmi';
import { useAction } from '@/components/desk/frame/use-action';
import { signWith } from '@/components/wallet/acting/sign-with';
import { type PreviewAnswer, preparedAnswer } from '@/lib/by-hand/sightings/schema';
import { proofSteps } from './proof-steps';
import { tabName } from './tab';
import type { Holding } from './use-hold';
import { bodyOf, type PreviewInput } from './use-preview';
import type { useRun } from './use-run';

export type Paying = {
  /** What is being done now; null while nothing is. */
  step: 'proof' | 'writing' | null;
  /** Why it did not go on, with the wallet that it was about. */
  trouble: { sender: string; detail: string } | null;
  pay: (wanted: PreviewInput, answer: PreviewAnswer, acceptWarnings: boolean) => Promise<void>;
};

const notConnected = 'Your wallet is not connected to this page right now. Open it, and press again.';

/**
 * Has a wallet that never paid for this team sign once that it does, writes down what is about to be signed, then asks the
 * wallet for it; once, however often the button is pressed. Stands above what is drawn again while the wallet is asked.
 */
export function usePay(holding: Holding, onSign: ReturnType<typeof useRun>['start']): Paying {
  const config = useConfig();
  const { connector } = useAccount();
  const { run } = useAction();
  const underWay = useRef(false);
  const proved = useRef(new Set<string>());
  const [step, setStep] = useState<Paying['step']>(null);
  const [trouble, setTrouble] = useState<Paying['trouble']>(null);

  /** Null when the wallet has signed that it pays for this team on that network, otherwise what to tell. */
  const prove = async (wallet: Connector, sender: string, on: number | undefined): Promise<string | null> => {
    if (on === undefined || proved.current.has(`${sender} ${on}`)) return null;
    setStep('proof');
    const steps = proofSteps(run, { on });
    const told = await signWith({ config, connector: wallet }, { allowed: [sender.toLowerCase()], ...steps });
    if (!told) proved.current.add(`${sender} ${on}`);
    return told?.detail ?? null;
  };
  const prepare = async (wallet: Connector, wanted: PreviewInput, answer: PreviewAnswer, accept_warnings: boolean) => {
    if (!(await holding.hold(wanted.ids))) return null;
    const unproved = await prove(wallet, wanted.sender, answer.unproved_on[0]);
    if (unproved) return unproved;
    setStep('writing');
    const body = { ...bodyOf(wanted), tab: tabName(), accept_warnings };
    const prepared = await run('/api/desk/payments/prepare', { method: 'POST', body, returns: preparedAnswer });
    if (!prepared.ok) return prepared.problem.detail;
    void onSign(prepared.data.signings, { config, connector: wallet });
    return null;
  };
  const pay: Paying['pay'] = async (wanted, answer, acceptWarnings) => {
    if (underWay.current) return;
    if (!connector) return setTrouble({ sender: wanted.sender, detail: notConnected });
    underWay.current = true;
    setStep('writing');
    setTrouble(null);
    const detail = await prepare(connector, wanted, answer, acceptWarnings);
    setTrouble(detail === null ? null : { sender: wanted.sender, detail });
    underWay.current = false;
    setStep(null);
  };
  return { step, trouble, pay };
}
