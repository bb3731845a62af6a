import { env } from '@/lib/kernel/env';
import type { Merchant } from './store';

/** Where a merchant's picture is: the one that it uploaded, else the one at its own address. */
export function logoUrlOf({ logoHash, logoUrl }: Pick<Merchant, 'logoHash' | 'logoUrl'>): string | null {
  return logoHash ? `${env.BASE_URL}/api/logos/${logoHash}` : logoUrl;
}
