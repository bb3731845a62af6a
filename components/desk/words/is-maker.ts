import type { PayoutStory } from '@/lib/desk/story/schema';

/** Whether the viewer made this payout, or the API key that did, and so does not approve it. */
export function isMaker({ maker_id }: Pick<PayoutStory, 'maker_id'>, viewer: string): boolean {
  return maker_id === viewer;
}
