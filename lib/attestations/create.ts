import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import { presentVerification } from './present';
import type { CreatedVerification, CreateVerificationBody } from './schema';
import { insertVerification } from './store';

function readWanted(address: string | undefined): string | null {
  if (address === undefined) return null;
  const read = readAddress(address);
  if (read) return read;
  throw new Refusal('address_refused', { field: 'address', detail: explainChecksum(address) });
}

/** Makes a link on which a person shows that a wallet is theirs; it is in this answer alone. Refuses: address_refused. */
export async function createVerification(ctx: Context, body: CreateVerificationBody): Promise<CreatedVerification> {
  const { merchantId, ...actor } = requirePermission(ctx, 'payouts:write');
  const address = readWanted(body.address);
  const { reference, return_url: returnUrl = null } = body;
  const now = ctx.clock.now();
  const id = newId('verification', now.getTime());
  const token = newToken();
  const row = {
    ...{ id, merchantId, tokenHash: hashToken(token), address, reference, returnUrl, createdAt: now },
    ...{ expiresAt: addSeconds(now, body.expires_in), verifiedAt: null },
    createdByKey: actor.kind === 'api_key' ? actor.keyId : null,
  };
  await ctx.db.transaction(async (tx) => {
    await insertVerification(tx, row);
    const after = { reference, address };
    await audit(tx, ctx, { merchantId, action: 'verification.created', subjectId: id, after, now });
  });
  return { ...presentVerification(row, null, now), url: `${env.BASE_URL}/v/${token}` };
}
