'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { CopyField } from '@/components/ui/copy-field';

type SecretOnceProps = {
  title: string;
  label: string;
  value: string;
  noun: string;
  /** What we keep of it, so that people see why it cannot be shown again. */
  kept: string;
  children: ReactNode;
  next: ReactNode;
};

/** A secret that was just made. It is in this page and nowhere else, which is what it says first. */
export function SecretOnce({ title, label, value, noun, kept, children, next }: SecretOnceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return (
    <div className="space-y-4">
      <h2 ref={heading} tabIndex={-1} className="text-base font-semibold">
        {title}
      </h2>
      <CopyField label={label} value={value} noun={noun}>
        Shown this once. {kept}
      </CopyField>
      <div className="text-sm text-pretty text-quiet">{children}</div>
      <div className="flex flex-wrap gap-2">{next}</div>
    </div>
  );
}
