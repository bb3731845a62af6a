'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Shape } from '@/components/desk/frame/ask';
import { useMay } from '@/components/desk/frame/desk';
import type { OwnFaults } from '@/components/desk/frame/own-faults';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';

type Saving<Draft, Body> = {
  path: string;
  stored: Draft;
  bodyOf: (draft: Draft) => Body;
  returns: Shape<unknown>;
  /** What is wrong with what would be sent, as far as the page can tell. */
  faultsOf: (body: Body) => OwnFaults;
};

const sameText = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What a member is changing, apart from what is stored. What another person saved meanwhile shows in an untouched form. */
export function useDraft<Draft extends object, Body>({ path, stored, bodyOf, returns, faultsOf }: Saving<Draft, Body>) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const may = useMay('settings:write');
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(stored);
  const [saved, setSaved] = useState(false);
  const changed = !sameText(draft, base);
  useEffect(() => {
    if (sameText(stored, base)) return;
    if (!changed) setDraft(stored);
    setBase(stored);
  }, [stored, base, changed]);
  const body = bodyOf(draft);
  const { form, fault } = useForm({ problem, clear }, faultsOf(body), async () => {
    const answer = pending ? null : await run(path, { method: 'PUT', body, returns });
    if (!answer?.ok) return;
    setBase(draft);
    setSaved(true);
    router.refresh();
  });
  const set = (part: Partial<Draft>) => {
    setSaved(false);
    setDraft((was) => ({ ...was, ...part }));
  };
  const onReset = () => {
    clear();
    setDraft(base);
  };
  /** All that a field of text needs. */
  const field = <Name extends Extract<keyof Draft, string>>(name: Name) => ({
    ...{ name, value: draft[name], fault: fault(name), disabled: !may },
    onChange: (text: string) => {
      setSaved(false);
      setDraft((was) => ({ ...was, [name]: text }));
    },
  });
  return { form, draft, set, field, may, problem, row: { pending, changed, saved, onReset } };
}
