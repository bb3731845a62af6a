import type { Door } from '@/db/vocabulary/webhooks';

export const doorNames: Readonly<Record<Door, string>> = { coindirect: 'Coindirect', dex3: 'Dex3' };

/** What each system calls the two halves of a key. */
export const doorHalves: Readonly<Record<Door, { publicId: string; secret: string }>> = {
  coindirect: { publicId: 'Hawk id', secret: 'Hawk key' },
  dex3: { publicId: 'merchant_public', secret: 'merchant_private' },
};
