'use client';
import type { Problem } from '@/components/desk/frame/ask';
import { Action } from '@/components/ui/action';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { PayLine } from '@/lib/desk/pay/schema';

type PreviewTroubleProps = {
  problem: Problem;
  lines: readonly PayLine[];
  onAgain: () => void;
  onLeaveOut: (id: string) => void;
  onOtherWallet: () => void;
};

const headings: Record<string, string> = {
  wallet_short: 'The wallet does not hold enough',
  payment_would_fail: 'The network would refuse this',
  approval_changed: 'This is not what was approved',
  payout_state: 'A payout has changed',
  transfer_in_progress: 'A payout is being paid already',
  not_found: 'A payout is gone',
  chain_unavailable: 'We cannot reach the network',
  address_refused: 'This wallet cannot be used',
  rate_limited: 'A little too quick',
  unreachable: 'No connection',
};

/** Why it cannot be signed like this. Which payouts are in the way is said where it is known, with the way around. */
export function PreviewTrouble({ problem, lines, onAgain, onLeaveOut, onOtherWallet }: PreviewTroubleProps) {
  const words = [problem.detail, ...(problem.errors ?? []).map(({ field, detail }) => `${field} ${detail}`)].join(' ');
  const inTheWay = lines.filter(({ payout }) => words.includes(payout.id));
  const otherWallet = problem.code === 'wallet_short' || problem.code === 'address_refused';
  return (
    <Panel
      heading={headings[problem.code] ?? problem.title}
      actions={
        <>
          {otherWallet && <Action onPress={onOtherWallet}>Use another wallet</Action>}
          <Action kind={otherWallet ? 'quiet' : 'primary'} onPress={onAgain}>
            Look again
          </Action>
        </>
      }
    >
      <p role="alert">{problem.detail} Nothing was signed, and nothing has moved.</p>
      {inTheWay.map(({ payout }) => (
        <p key={payout.id} className="flex flex-wrap items-center justify-between gap-2">
          <span className="font-medium text-text">
            <bdi>{payout.reference}</bdi>
          </span>
          <button type="button" className={buttonClass('small')} onClick={() => onLeaveOut(payout.id)}>
            Leave it out
          </button>
        </p>
      ))}
    </Panel>
  );
}
