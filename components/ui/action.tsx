'use client';
import type { ReactNode } from 'react';
import { buttonClass } from './button';

type ActionProps = {
  onPress: () => void;
  kind?: 'primary' | 'quiet' | 'text';
  disabled?: boolean;
  children: ReactNode;
};

export function Action({ onPress, kind, disabled, children }: ActionProps) {
  return (
    <button type="button" className={buttonClass(kind)} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}
