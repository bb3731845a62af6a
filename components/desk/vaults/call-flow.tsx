'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type OwnFaults, schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { callBody, type PreparedCall, preparedCall, type VaultOnPage } from '@/lib/vaults/schema';
import { CallPreview } from './call-preview';
import { CallProgress } from './call-progress';
import { StepList } from './step-list';

type CallFlowProps = {
  vault: VaultOnPage;
  title: string;
  fields: (fault: (name: string) => string | null) => ReactNode;
  fieldNames: readonly string[];
  makeBody: () => object;
  /** What the page finds wrong beyond the schema: amounts of the asset. */
  ownFaults?: OwnFaults;
  /** What the steps are called where the token takes the change only in two. */
  steps?: readonly [string, string];
  /** The first of two steps was done before: goes straight to the second. */
  halfway?: boolean;
  onSent?: (prepared: PreparedCall) => void;
  onClose: () => void;
};

type Stage =
  | { at: 'form' }
  | { at: 'preview'; prepared: PreparedCall; step: number }
  | { at: 'sent'; prepared: PreparedCall; step: number; hash: string };

/** Where a change stands, and what leads on from there. */
function useStages({ makeBody, halfway = false, onSent }: CallFlowProps) {
  const { run, pending, problem, clear } = useAction();
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const [wanted, setWanted] = useState<object>({});
  const prepare = async (body: object, step: number) => {
    const answer = await run('/api/desk/vaults/calls', { method: 'POST', body, returns: preparedCall });
    if (answer.ok) setStage({ at: 'preview', prepared: answer.data, step });
    return answer.ok;
  };
  const begin = (step: number) => {
    const body = makeBody();
    setWanted(body);
    void prepare(body, step);
  };
  const resumed = useRef(false);
  const told = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (!halfway || resumed.current) return;
    resumed.current = true;
    begin(2);
  }, []);
  /** A hash that takes another's place belongs to its own step, however far the reader is by now. */
  const sent = (prepared: PreparedCall, step: number, hash: string) => {
    setStage((now) => (now.at !== 'form' && now.step !== step ? now : { at: 'sent', prepared, step, hash }));
    if (told.current < step) onSent?.(prepared);
    told.current = Math.max(told.current, step);
  };
  return { stage, wanted, pending, problem, clear, prepare, begin, sent, toForm: () => setStage({ at: 'form' }) };
}

/** From a member's wish, over what exactly would be signed, to the network's word that it is so. */
export function CallFlow(props: CallFlowProps) {
  const { vault, title, fields, fieldNames, makeBody, ownFaults = [], steps, onClose } = props;
  const { stage, wanted, pending, problem, clear, prepare, begin, sent, toForm } = useStages(props);
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  // The reader is brought to what changed: the form that opened, the preview, the way to the network.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each stage
  useEffect(() => heading.current?.focus(), [stage.at]);
  const faults = new Map([...schemaFaults(callBody, makeBody()), ...ownFaults]);
  const { form, fault } = useForm({ problem, clear }, faults, () => begin(1));
  const seen = useCallback(() => router.refresh(), [router]);
  const isTwo = stage.at !== 'form' && (stage.prepared.more || stage.step > 1);
  return (
    <section aria-label={title} className="space-y-3 rounded-lg border border-line-strong bg-surface p-4">
      <h4 ref={heading} tabIndex={-1} className="text-sm font-semibold outline-none">
        {title}
        {isTwo && (
          <span className="font-normal text-quiet">
            {steps ? ` · step ${stage.step} of 2` : ` · signature ${stage.step}`}
          </span>
        )}
      </h4>
      {isTwo && steps && <StepList names={steps} at={stage.step} />}
      {stage.at === 'form' && (
        <form {...form} className="space-y-3">
          {fields(fault)}
          <ProblemCallout problem={problem} fields={fieldNames} />
          <div className="flex flex-wrap gap-2">
            <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
              {pending ? 'Trying it against the network …' : 'See what would be signed'}
            </button>
            <button type="button" className={buttonClass('bare')} onClick={onClose}>
              Close
            </button>
          </div>
        </form>
      )}
      {stage.at === 'preview' && (
        <CallPreview
          key={stage.step}
          vault={vault}
          prepared={stage.prepared}
          onSent={(hash) => sent(stage.prepared, stage.step, hash)}
          onBack={toForm}
        />
      )}
      {stage.at === 'sent' && (
        <CallProgress
          vault={vault}
          hash={stage.hash}
          more={stage.prepared.more}
          step={stage.step}
          pending={pending}
          problem={problem}
          onSeen={seen}
          onNext={() => prepare(wanted, stage.step + 1)}
          onAgain={() => prepare(wanted, stage.step)}
          onClose={onClose}
        />
      )}
    </section>
  );
}
