import type { PayoutStory } from '@/lib/desk/story-schema';

/** Whether whoever looks made this payout, and so does not approve it. */
export function isMaker(maker: PayoutStory['created_by'], viewer: string): boolean {
  return maker?.kind === 'user' && maker.id === viewer;
}
