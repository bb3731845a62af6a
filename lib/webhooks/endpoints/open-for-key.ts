import type { Tx } from '@/db/client';
import type { Dialect } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { dialectRules } from '@/lib/dialects/registry';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { factsOf } from './endpoint-facts';
import { insertOfKey } from './endpoint-store';

type OfKey = { merchantId: string; keyId: string; dialect: Dialect; secret: string; url: string; description: string };

/**
 * Sees to it that a door's key has the endpoint through which its payouts are told, each at the address that was named with it.
 * `url` stands for them where one address is shown. For a verb that asked for permission and checked the address.
 */
export async function openForKey(tx: Tx, ctx: Context, { secret, dialect, ...given }: OfKey): Promise<void> {
  const now = ctx.clock.now();
  const id = newId('endpoint', now.getTime());
  const events = [...dialectRules[dialect].defaultEvents];
  const made = await insertOfKey(tx, { ...given, id, dialect, events, secret: seal(secret, id), createdAt: now });
  if (!made) return;
  const { merchantId } = given;
  await audit(tx, ctx, { merchantId, action: 'endpoint.created', subjectId: id, after: factsOf(made), now });
}
