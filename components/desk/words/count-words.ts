import { maxCounted } from '@/lib/desk/overview/schema';

/** Counts end at a thousand: beyond it the number says nothing more. */
export function countWords(count: number): string {
  return count > maxCounted ? '1,000+' : count.toLocaleString('en');
}
