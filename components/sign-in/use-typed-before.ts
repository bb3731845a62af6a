import { useLayoutEffect, useRef } from 'react';
import { useListening } from '@/components/ui/use-listening';

/**
 * Takes what a person typed before the page's scripts came: React leaves it in the field, and would put back its own value at the next
 * change. The answer is the field's `ref`.
 */
export function useTypedBefore(take: (text: string) => void, value: string) {
  const ref = useRef<HTMLInputElement>(null);
  const isFromServer = useRef(!useListening());
  useLayoutEffect(() => {
    const text = ref.current?.value;
    if (isFromServer.current && text !== undefined && text !== value) take(text);
    isFromServer.current = false;
  }, [take, value]);
  return ref;
}
