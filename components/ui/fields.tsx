'use client';
import {
  type ChangeEvent,
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { flushSync } from 'react-dom';
import { controlOf, Field, inputClass } from './field';
import { useListening } from './use-listening';

/** What a field says of itself; `name` is its word on the wire, which its faults are found by. */
export type Labelled = { name?: string; label: string; hint?: ReactNode; fault?: string | null };
type Own<Tag extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<Tag>, 'id' | 'onChange' | 'ref'> &
  Labelled & { onChange?: (text: string) => void; ref?: RefObject<HTMLElementTagNameMap[Tag] | null> };
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
  const ref = useTypedBefore(props.onChange, props.value, props.ref);
  const input = <input {...rest} {...control} ref={ref} />;
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
  const ref = useTypedBefore(props.onChange, props.value, props.ref);
  return (
    <Field {...field}>
      <textarea {...rest} {...control} ref={ref} />
    </Field>
  );
}

/** One of a list: its values with their words, or options of your own as children. */
export function SelectField({ options, children, ...props }: SelectFieldProps) {
  const { field, control, rest } = useControl(props);
  const ref = useTypedBefore(props.onChange, props.value, props.ref);
  return (
    <Field {...field}>
      <select {...rest} {...control} ref={ref}>
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

/**
 * Takes what a person typed or chose before the page's scripts came: React leaves it in the field, and would put back its own value at
 * the next change. The answer is the field's `ref`: `given`, where the form has one.
 */
export function useTypedBefore<Control extends HTMLElement & { value: string }>(
  take: ((text: string) => void) | undefined,
  value: unknown,
  given?: RefObject<Control | null>,
): RefObject<Control | null> {
  const own = useRef<Control>(null);
  const ref = given ?? own;
  const first = useRef({ isFromServer: !useListening(), value });
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  useLayoutEffect(() => {
    const text = ref.current?.value;
    const { isFromServer, value: drawn } = first.current;
    if (!isFromServer || typeof drawn !== 'string' || text === undefined || text === drawn) return;
    // One field after the other: a form may make its next draft of the one that it has drawn.
    const later = setTimeout(() => {
      first.current.isFromServer = false;
      flushSync(() => latest.current?.(text));
    });
    return () => clearTimeout(later);
  }, [ref]);
  return ref;
}
