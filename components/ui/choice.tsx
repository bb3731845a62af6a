import type { InputHTMLAttributes, ReactNode } from 'react';

type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  type: 'checkbox' | 'radio';
  label: ReactNode;
  hint?: ReactNode;
};

/** A box or a radio button with its words, which belong to what can be pressed. */
export function Choice({ type, label, hint, className = '', ...rest }: ChoiceProps) {
  return (
    <label className={`flex min-h-8 items-start gap-2.5 py-1 text-sm has-disabled:opacity-60 ${className}`}>
      <input type={type} className="mt-0.5 size-4 shrink-0 accent-accent" {...rest} />
      <span className="min-w-0">
        <span className="wrap-anywhere">{label}</span>
        {hint && <span className="block text-xs text-pretty text-quiet">{hint}</span>}
      </span>
    </label>
  );
}

/** Choices that belong together, under one question. */
export function Choices({ legend, hint, fault, children }: ChoicesProps) {
  return (
    <fieldset className="min-w-0" data-invalid={fault ? true : undefined}>
      <legend className="mb-1 text-[0.8125rem] font-medium">{legend}</legend>
      {hint && <p className="mb-1 text-xs text-quiet">{hint}</p>}
      {children}
      {fault && <p className="mt-1 text-xs text-bad">{fault}</p>}
    </fieldset>
  );
}

type ChoicesProps = { legend: string; hint?: ReactNode; fault?: string | null; children: ReactNode };
