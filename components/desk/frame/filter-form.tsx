'use client';
import { type ReactNode, useRef } from 'react';
import { useGoing } from './going';
import { hrefOf } from './href';

type FilterFormProps = {
  /** The page whose lines are filtered. */
  path: string;
  filters: object;
  className: string;
  children: ReactNode;
};

/** Which lines to see: at once where something is chosen, else by its button. A plain form, should there be no script. */
export function FilterForm({ path, filters, className, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const going = useGoing();
  const go = () => {
    if (!form.current) return;
    const given = [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()]);
    going.go(hrefOf(path, Object.fromEntries(given)));
  };
  return (
    <form
      ref={form}
      key={JSON.stringify(filters)}
      action={path}
      className={className}
      onChange={({ target }) => target instanceof Element && target.matches('select, [type=date]') && go()}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {children}
    </form>
  );
}
