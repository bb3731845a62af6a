import { type FormEvent, useRef } from 'react';
import type { Problem } from './ask';
import { faultOf, useFaultFocus, useOwnFaults } from './faults';
import type { OwnFaults } from './own-faults';

/** Of `useAction`: what the portal refused, and the way to take that away. */
type Refused = { problem: Problem | null; clear: () => void };

/** Of a form that asks the portal nothing itself. */
export const nothingRefused: Refused = { problem: null, clear: () => {} };

/**
 * A form that says what is wrong with it before anything is sent, and at its fields what the portal refused. `form` is
 * for the element, `fault` for each field by its name.
 */
export function useForm({ problem, clear }: Refused, faults: OwnFaults, send: () => unknown) {
  const ref = useRef<HTMLFormElement>(null);
  useFaultFocus(ref, problem);
  const { onBlur, ownFault, refuse } = useOwnFaults(ref, faults);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    clear();
    if (!refuse()) send();
  };
  const fault = (name: string) => ownFault(name) ?? faultOf(problem, name);
  return { form: { ref, noValidate: true, onBlur, onSubmit } as const, fault };
}
