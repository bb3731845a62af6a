'use client';
import { Action } from '@/components/ui/action';
import { Callout } from '@/components/ui/callout';
import { Hash } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import type { PayLine } from '@/lib/desk/pay/schema';
import { haltWords } from './pay-words';
import { PaymentProgress } from './payment-progress';
import type { Step, StepState } from './run';
import type { Run } from './use-run';

type RunPanelProps = { run: Run; latest: boolean; lines: readonly PayLine[]; onStop: () => void };

/** One signing: while the wallet is asked, step by step; afterwards, what became of each payment. */
export function RunPanel({ run, latest, lines, onStop }: RunPanelProps) {
  const { steps, states, ended, problem } = run;
  const asked = states.findIndex(({ at }) => at === 'asking' || at === 'settling');
  const open = steps.filter((_, index) => states[index]?.at === 'sent' || states[index]?.at === 'unclear');
  const signings = [
    ...new Map(
      open.filter(({ transferIds }) => transferIds.length > 0).map((one) => [one.signing.id, one.signing]),
    ).values(),
  ];
  return (
    <div className="space-y-4">
      {latest && ended?.halt && (
        <Callout tone={ended.halt.why === 'unclear' ? 'bad' : 'warn'}>
          {haltWords(ended.halt, ended.freed.length)}
        </Callout>
      )}
      {problem && <Callout tone="bad">{problem.detail} What your wallet sent is found on the network anyway.</Callout>}
      {!ended && <Asking steps={steps} states={states} asked={asked} onStop={onStop} />}
      {signings.map((signing) => (
        <PaymentProgress
          key={signing.id}
          signing={signing}
          transferIds={open.flatMap((step) => (step.signing.id === signing.id ? step.transferIds : []))}
          unclear={steps.flatMap((step, index) => (states[index]?.at === 'unclear' ? step.transferIds : []))}
          lines={lines}
        />
      ))}
    </div>
  );
}

type AskingProps = { steps: readonly Step[]; states: readonly StepState[]; asked: number; onStop: () => void };

function Asking({ steps, states, asked, onStop }: AskingProps) {
  const step = steps[asked];
  const settling = states[asked]?.at === 'settling';
  const { heading, text } = askingWords(steps.length, asked, states);
  return (
    <Panel
      heading={heading}
      actions={
        <Action kind="text" onPress={onStop}>
          {settling ? 'Stop here: nothing is paid yet' : asked < 0 ? 'Stop here' : 'My wallet shows nothing'}
        </Action>
      }
    >
      <p>{text}</p>
      {step && <p className="font-medium text-text">{step.text}</p>}
      {steps.length > 1 && (
        <ol className="divide-y divide-line border-t border-line text-sm text-text">
          {steps.map((one, index) => (
            <li
              key={`${one.signing.id} ${one.text} ${one.transferIds[0]}`}
              className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2"
            >
              <span className="min-w-0 wrap-anywhere">{one.text}</span>
              <StepStatus state={states[index]} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** What happens now: between two questions the wallet is asked for nothing. */
function askingWords(count: number, asked: number, states: readonly StepState[]): { heading: string; text: string } {
  if (states[asked]?.at === 'settling') {
    return {
      heading: 'Waiting for the permission',
      text: 'The permission was signed. The payments can be signed once the network shows it, usually within a minute. For a Safe, once its owners have executed it.',
    };
  }
  if (asked < 0) {
    const signed = states.filter(({ at }) => at === 'sent').length;
    return signed === count
      ? {
          heading: count === 1 ? 'Signed' : 'All signed',
          text: 'Your wallet is done. We are writing down what it sent.',
        }
      : {
          heading: 'One moment …',
          text: 'We are getting the next step ready. Your wallet is asked for nothing right now.',
        };
  }
  return {
    heading: count === 1 ? 'Confirm it in your wallet' : `Confirm step ${asked + 1} of ${count} in your wallet`,
    text: 'Your wallet is asking you now. This page moves on by itself; closing it after you signed loses nothing.',
  };
}

function StepStatus({ state }: { state: StepState | undefined }) {
  switch (state?.at) {
    case 'asking':
      return <Status tone="busy">In your wallet</Status>;
    case 'settling':
      return <Status tone="busy">Waits for the network</Status>;
    case 'sent':
      return (
        <span className="flex flex-wrap gap-x-3">
          <Status tone="good">Signed</Status>
          {state.hash && <Hash value={state.hash} />}
        </span>
      );
    case 'unclear':
      return <Status tone="warn">No clear answer</Status>;
    case 'free':
      return <Status tone="quiet">Not signed</Status>;
    default:
      return <Status tone="quiet">Next</Status>;
  }
}
