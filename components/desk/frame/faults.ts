import { type FocusEvent, type RefObject, useEffect, useState } from 'react';
import type { Problem } from './ask';

function faultsIn(problem: Problem | null) {
  const { errors, field, detail = '' } = problem ?? {};
  return errors ?? (field ? [{ field, detail }] : []);
}

const belongsTo = (name: string, field: string) => field === name || field.startsWith(`${name}.`);

/** What is wrong with one field of a form, or null. */
export function faultOf(problem: Problem | null, name: string): string | null {
  const own = faultsIn(problem).filter(({ field }) => belongsTo(name, field));
  return own.length > 0 ? own.map(({ detail }) => detail).join(' ') : null;
}

/** Whether the fields with these names say everything that is wrong. */
export function saidByFields(problem: Problem, names: readonly string[]): boolean {
  const faults = faultsIn(problem);
  return faults.length > 0 && faults.every(({ field }) => names.some((name) => belongsTo(name, field)));
}

function focusFault(form: RefObject<HTMLElement | null>): void {
  const faulty = form.current?.querySelector('[aria-invalid="true"], [data-invalid="true"]');
  const target = faulty?.matches('fieldset') ? faulty.querySelector('input') : faulty;
  if (target instanceof HTMLElement) target.focus();
}

/** Brings the reader to the first field that was refused. */
export function useFaultFocus(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (problem) focusFault(form);
  }, [form, problem]);
}

/** Passing by them says nothing. */
const isChoice = new Set(['radio', 'checkbox']);

/**
 * When to say what a page finds wrong by itself: of a field once it is left with something in it, of all fields once
 * the button was pressed, which then leads to the first of them.
 */
export function useOwnFaults(form: RefObject<HTMLElement | null>, faults: ReadonlyMap<string, string>) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses > 0) focusFault(form);
  }, [form, presses]);
  return {
    /** For the form, whose controls have their field's name. */
    onBlur: ({ target }: FocusEvent) => {
      const holds =
        target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !isChoice.has(target.type));
      if (holds && target.value !== '') setLeft(new Set(left).add(target.name));
    },
    ownFault: (name: string) => (presses > 0 || left.has(name) ? (faults.get(name) ?? null) : null),
    /** True, and the faults are shown, where there is any. */
    refuse: () => {
      if (faults.size > 0) setPresses(presses + 1);
      return faults.size > 0;
    },
  };
}
