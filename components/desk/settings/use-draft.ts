'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Shape } from '@/components/desk/frame/ask';
import { faultOf, useFaultFocus, useOwnFaults } from '@/components/desk/frame/faults';
import type { OwnFaults } from '@/components/desk/frame/own-faults';
import { useAction } from '@/components/desk/frame/use-action';

type Saving<Draft> = {
  path: string;
  stored: Draft;
  bodyOf: (draft: Draft) => object;
  returns: Shape<unknown>;
  /** What is wrong with a draft as far as the page can tell. */
  faultsOf?: (draft: Draft) => OwnFaults;
};

const none: OwnFaults = new Map();

const sameText = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What somebody is changing, apart from what is stored. What another person saved meanwhile shows in an untouched form. */
export function useDraft<Draft extends object>({ path, stored, bodyOf, returns, faultsOf }: Saving<Draft>) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, problem);
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(stored);
  const [saved, setSaved] = useState(false);
  const changed = !sameText(draft, base);
  const { onBlur, ownFault, refuse } = useOwnFaults(form, faultsOf?.(draft) ?? none);
  const fault = (name: string) => ownFault(name) ?? faultOf(problem, name);
  useEffect(() => {
    if (sameText(stored, base)) return;
    if (!changed) setDraft(stored);
    setBase(stored);
  }, [stored, base, changed]);
  const set = (part: Partial<Draft>) => {
    setSaved(false);
    setDraft((was) => ({ ...was, ...part }));
  };
  const reset = () => {
    clear();
    setDraft(base);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    clear();
    if (refuse()) return;
    const answer = await run(path, { method: 'PUT', body: bodyOf(draft), returns });
    if (!answer.ok) return;
    setBase(draft);
    setSaved(true);
    router.refresh();
  };
  return { form, draft, set, reset, submit, onBlur, fault, pending, problem, changed, saved };
}
