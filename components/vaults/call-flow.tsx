'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/components/dashboard/ask';
import { useFaultFocus } from '@/components/dashboard/faults';
import { ProblemNotice } from '@/components/dashboard/problem-notice';
import { useAction } from '@/components/dashboard/use-action';
import { buttonClass } from '@/components/ui/button';
import { type PreparedCall, preparedCall, type VaultOnPage } from '@/lib/vaults/schema';
import { CallPreview } from './call-preview';
import { CallProgress } from './call-progress';

type CallFlowProps = {
  vault: VaultOnPage;
  title: string;
  fields: (problem: Problem | null) => ReactNode;
  fieldNames: readonly string[];
  makeBody: () => object;
  onClose: () => void;
};

type Stage =
  | { at: 'form' }
  | { at: 'preview'; prepared: PreparedCall; step: number }
  | { at: 'sent'; prepared: PreparedCall; step: number; hash: string };

/** From what somebody wants, over what exactly would be signed, to the network's word that it is so. */
export function CallFlow({ vault, title, fields, fieldNames, makeBody, onClose }: CallFlowProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const [wanted, setWanted] = useState<object>({});
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFaultFocus(form, problem);
  // The reader is brought to what changed: the form that opened, the preview, the way to the network.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each stage
  useEffect(() => heading.current?.focus(), [stage.at]);
  const prepare = async (body: object, step: number) => {
    const answer = await run('/api/desk/vaults/calls', { method: 'POST', body, returns: preparedCall });
    if (answer.ok) setStage({ at: 'preview', prepared: answer.data, step });
    return answer.ok;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = makeBody();
    setWanted(body);
    void prepare(body, 1);
  };
  const seen = useCallback(() => router.refresh(), [router]);
  return (
    <section aria-label={title} className="space-y-3 rounded-lg border border-line-strong bg-surface p-4">
      <h4 ref={heading} tabIndex={-1} className="text-sm font-semibold outline-none">
        {title}
        {stage.at !== 'form' && (stage.prepared.more || stage.step > 1) && (
          <span className="font-normal text-quiet"> · step {stage.step} of 2</span>
        )}
      </h4>
      {stage.at === 'form' && (
        <form ref={form} className="space-y-3" onSubmit={submit}>
          {fields(problem)}
          <ProblemNotice problem={problem} fields={fieldNames} />
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
          onSent={(hash) => setStage({ ...stage, at: 'sent', hash })}
          onBack={() => setStage({ at: 'form' })}
        />
      )}
      {stage.at === 'sent' && (
        <CallProgress
          vault={vault}
          hash={stage.hash}
          more={stage.prepared.more}
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
