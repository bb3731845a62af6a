import { mostCounted } from '@/lib/desk/overview/schema';

/** Counts end at a thousand: beyond it the number says nothing more. */
export function countWords(count: number): string {
  return count > mostCounted ? '1,000+' : count.toLocaleString('en');
}
