import { type RefObject, useEffect } from 'react';
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

/** Brings the reader to the first field that was refused. */
export function useFaultFocus(form: RefObject<HTMLElement | null>, problem: Problem | null): void {
  useEffect(() => {
    if (!problem) return;
    const faulty = form.current?.querySelector('[aria-invalid="true"], [data-invalid="true"]');
    const target = faulty?.matches('fieldset') ? faulty.querySelector('input') : faulty;
    if (target instanceof HTMLElement) target.focus();
  }, [form, problem]);
}
