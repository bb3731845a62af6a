import type { Database } from '@/db/client';
import { insertNonce } from '@/lib/http/base/store';
import { hashToken } from '@/lib/kernel/secrets';
import type { HawkHeader } from './hawk';

/** Uses up what a proved header was signed with. False where it came before, to whichever portal. */
export async function takeNonce(db: Database, keyId: string, { ts, nonce }: HawkHeader): Promise<boolean> {
  return insertNonce(db, { keyId, seconds: Number(ts), nonceHash: hashToken(nonce) });
}
