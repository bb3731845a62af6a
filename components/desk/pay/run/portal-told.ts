import { type Answer, askDesk, type Problem } from '@/components/desk/frame/ask';
import { type PaymentState, paymentState } from '@/lib/by-hand/sightings/schema';
import { type Halt, type Step, unsignedFrom } from './run';
import type { WalletAnswer } from './sign-steps';
import { tabName } from './tab';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the portal is told of a signing while the wallet is asked. `onProblem` hears what it refused, by the run's number. */
export function portalTold(merchantId: string, onProblem: (index: number, problem: Problem) => void) {
  const post = (path: string, body: object) =>
    askDesk(path, { method: 'POST', body, merchantId, returns: paymentState, keepalive: true });
  /** Only what never arrived is said again. */
  const postAgain = async (
    path: string,
    body: object,
    tries: number,
    pauseMs: number,
  ): Promise<Answer<PaymentState>> => {
    const answer = await post(path, body);
    if (answer.ok || answer.problem.code !== 'unreachable' || tries <= 1) return answer;
    await pause(pauseMs);
    return postAgain(path, body, tries - 1, pauseMs);
  };

  /** Before the wallet sees a payment, the portal knows: what it does not know of was never asked for. */
  const note = async ({ signing, transferIds }: Step): Promise<string | null> => {
    const body = { signing_id: signing.id, transfer_ids: transferIds, tab: tabName() };
    const answer = await postAgain('/api/desk/payments/ask', body, 3, 1_000);
    return answer.ok ? null : answer.problem.detail;
  };
  /** Only a courtesy: the portal finds what was signed on the chain, so failing here loses nothing. */
  const report = async (index: number, { signing, transferIds }: Step, told: WalletAnswer): Promise<void> => {
    const body = { signing_id: signing.id, transfer_ids: transferIds, ...told };
    const answer = await postAgain('/api/desk/payments/report', body, 4, 2_000);
    if (!answer.ok) onProblem(index, answer.problem);
  };
  /** Tells the portal what was surely not signed. Answers the payouts that can be paid again. */
  const free = async (index: number, steps: readonly Step[], at: number, halt: Halt): Promise<string[]> => {
    const freed: string[] = [];
    for (const [signingId, transferIds] of unsignedFrom(steps, at, halt)) {
      const body = { signing_id: signingId, transfer_ids: transferIds, tab: tabName() };
      const answer = await post('/api/desk/payments/reject', body);
      if (!answer.ok) {
        onProblem(index, answer.problem);
        continue;
      }
      const gone = answer.data.payments.filter((one) => transferIds.includes(one.transfer_id));
      freed.push(...gone.filter((one) => one.status === 'dropped').map((one) => one.payout_id));
    }
    return freed;
  };
  return { note, report, free };
}
