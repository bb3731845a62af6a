'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CopyField } from '@/components/ui/copy-field';
import { type ShownOnce, useAskBeforeLeaving, useUncopied } from './uncopied';

type SecretOnceProps = {
  title: string;
  label: string;
  value: string;
  noun: string;
  /** What we keep of it, so that people see why it cannot be shown again. */
  kept: string;
  children: ReactNode;
  /** Other ways to hand it on than copying; `store` says that it was handed on. */
  ways?: (store: () => void) => ReactNode;
  /** Where to go from here. What says that the secret is stored has `data-stored`. */
  next: ReactNode;
};

/** A secret that was just made. It is in this page and nowhere else, which is what it says first. */
export function SecretOnce({ title, label, value, noun, kept, children, ways, next }: SecretOnceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { stored, store } = useStored({ label, value, noun });
  useAskBeforeLeaving(!stored);
  return (
    <div className="space-y-4">
      <h2 ref={heading} tabIndex={-1} className="text-base font-semibold">
        {title}
      </h2>
      <CopyField label={label} value={value} noun={noun} onCopied={store}>
        Shown this once. {kept}
      </CopyField>
      {ways?.(store)}
      <div className="text-sm text-pretty text-quiet">{children}</div>
      <div
        className="flex flex-wrap gap-2"
        onClickCapture={({ target }) => target instanceof Element && target.closest('[data-stored]') && store()}
      >
        {next}
      </div>
    </div>
  );
}

/** Whether it was handed on; when this goes away before that, on any road, it is told. */
function useStored({ label, value, noun }: ShownOnce) {
  const tell = useUncopied();
  const [stored, setStored] = useState(false);
  const isStored = useRef(false);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      // A development server mounts everything twice: only what does not come back has gone.
      setTimeout(() => !isHere.current && !isStored.current && tell({ label, value, noun }), 0);
    };
  }, [tell, label, value, noun]);
  const store = () => {
    // Kept beside the state: the press that says so may take this away at once.
    isStored.current = true;
    setStored(true);
  };
  return { stored, store };
}
