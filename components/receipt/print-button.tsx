'use client';
import { buttonClass } from '@/components/ui/button';

export function PrintButton({ children }: { children: string }) {
  return (
    <button type="button" className={buttonClass()} onClick={() => window.print()}>
      {children}
    </button>
  );
}
