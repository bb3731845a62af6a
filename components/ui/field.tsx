import type { ReactNode } from 'react';

/** Sixteen pixels on phones, which zoom in on smaller fields. */
export const inputClass =
  'min-h-8 w-full rounded-lg border border-line-strong bg-surface px-2.5 py-1 text-base text-text placeholder:text-quiet disabled:opacity-60 aria-invalid:border-bad sm:text-[0.8125rem]';

type FieldProps = {
  /** Of the control, which gets `aria-describedby` of hint and fault by `controlOf`. */
  id: string;
  label: string;
  hint?: ReactNode;
  fault?: string | null;
  children: ReactNode;
};

/** A control with its label above, and what to know or what is wrong below. */
export function Field({ id, label, hint, fault, children }: FieldProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[0.8125rem] font-medium">
        {label}
      </label>
      {children}
      {hint && !fault && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-quiet">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-xs text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}

/** What a control says of itself: put it on the control inside a `Field`. */
export function controlOf(id: string, fault?: string | null) {
  const described = { 'aria-describedby': fault ? `${id}-fault` : `${id}-hint` };
  // What is typed may be of any script; its own first letter says which way it runs.
  return { id, dir: 'auto', ...described, 'aria-invalid': fault ? true : undefined };
}
