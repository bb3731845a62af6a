'use client';
import { buttonClass } from '@/components/ui/button';

export function PrintButton() {
  return (
    <button type="button" className={buttonClass()} onClick={() => window.print()}>
      Print or save
    </button>
  );
}
