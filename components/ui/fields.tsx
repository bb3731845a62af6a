import type { ChangeEvent, ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { controlOf, Field, inputClass } from './field';

/** What a field says of itself; `name` is its word on the wire, which its faults are found by. */
export type Labelled = { name?: string; label: string; hint?: ReactNode; fault?: string | null };
type Own<Tag extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<Tag>, 'id' | 'onChange'> &
  Labelled & { onChange?: (text: string) => void };
type Monospaced = { /** Addresses, hashes and secrets. */ mono?: boolean };

/** Id, hint and fault, the control’s look, and what is typed as a text. */
function useControl<Props extends Labelled & { className?: string; onChange?: (text: string) => void }>(props: Props) {
  const { label, hint, fault, className = '', onChange, ...rest } = props;
  const id = useId();
  const control = {
    ...controlOf(id, fault),
    className: `${inputClass} ${className}`,
    onChange: onChange && (({ target }: ChangeEvent<{ value: string }>) => onChange(target.value)),
  };
  return { field: { id, label, hint, fault }, control, rest };
}

const monospaced = ({ mono, className = '' }: Monospaced & { className?: string }) =>
  mono ? { className: `font-mono ${className}`, spellCheck: false } : { className };

/** One line of text. */
export function TextField({ mono, ...props }: Own<'input'> & Monospaced & { /** Beside it. */ after?: ReactNode }) {
  const { after, ...given } = props;
  const { field, control, rest } = useControl({ autoComplete: 'off', ...given, ...monospaced({ mono, ...given }) });
  const input = <input {...rest} {...control} />;
  return (
    <Field {...field}>
      {after ? (
        <span className="flex items-center gap-2">
          {input}
          {after}
        </span>
      ) : (
        input
      )}
    </Field>
  );
}

/** An amount of money, typed as a decimal. */
export function AmountField(props: Own<'input'>) {
  return (
    <TextField inputMode="decimal" maxLength={80} {...props} className={`tabular-nums ${props.className ?? ''}`} />
  );
}

/** Several lines of text. */
export function TextAreaField({ mono, ...props }: Own<'textarea'> & Monospaced) {
  const { field, control, rest } = useControl({ autoComplete: 'off', ...props, ...monospaced({ mono, ...props }) });
  return (
    <Field {...field}>
      <textarea {...rest} {...control} />
    </Field>
  );
}

/** One of a list: its values with their words, or options of your own as children. */
export function SelectField({ options, children, ...props }: SelectFieldProps) {
  const { field, control, rest } = useControl(props);
  return (
    <Field {...field}>
      <select {...rest} {...control}>
        {options?.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
        {children}
      </select>
    </Field>
  );
}

type SelectFieldProps = Own<'select'> & { options?: readonly (readonly [value: string | number, words: ReactNode])[] };
