import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { writeKey } from '@/lib/access/team/manage-keys';
import { Refusal } from '@/lib/kernel/errors';
import { uuidOf } from '@/lib/kernel/ids';
import { selectTerms } from '@/lib/merchants/store';
import { addDoorKey, doorScopes, newPublicId } from './add';
import {
  type CoindirectSettings,
  type CreatedDoorKey,
  type Dex3Settings,
  type DoorKeyOnWire,
  type NewDoorKeyBody,
  settingsOf,
} from './schema';
import { type DoorKeyRow, selectDoorKeys } from './store';

/** The merchant's keys for doors, revoked ones too; the rest about each is said of its API key. */
export async function listDoorKeys(ctx: Context): Promise<DoorKeyOnWire[]> {
  const { merchantId } = requirePermission(ctx, 'keys:read');
  return (await selectDoorKeys(ctx.db, merchantId)).map(present);
}

function present({ keyId, door, publicId, settings }: Omit<DoorKeyRow, 'secret'>): DoorKeyOnWire {
  return { id: keyId, door, public_id: publicId, settings: settingsOf[door].parse(settings) };
}

async function settingsFor(
  ctx: Context,
  merchantId: string,
  body: NewDoorKeyBody,
): Promise<Dex3Settings | CoindirectSettings> {
  if (body.door === 'coindirect') return { merchant_id: body.merchant_id ?? uuidOf(merchantId) };
  const { chain, asset } = body;
  const terms = await selectTerms(ctx.db, merchantId);
  if (terms.some((one) => one.chain === chain && one.symbol === asset)) return { chain, asset };
  throw new Refusal('asset_unavailable', { field: 'asset', detail: `You do not pay out ${asset} on ${chain}.` });
}

/** Makes a key for a door. Its secret is in this answer and nowhere else. Refuses: asset_unavailable, invalid_request, step-up. */
export async function makeDoorKey(ctx: Context, body: NewDoorKeyBody): Promise<CreatedDoorKey> {
  const { merchantId } = requirePermission(ctx, 'keys:write');
  requireStepUp(ctx);
  const { door, name } = body;
  const settings = await settingsFor(ctx, merchantId, body);
  const publicId = newPublicId();
  return ctx.db.transaction(async (tx) => {
    const { key: _unused, ...made } = await writeKey(tx, ctx, merchantId, {
      name,
      scopes: [...doorScopes],
      prefix: publicId,
    });
    const row = { keyId: made.id, merchantId, door, publicId, settings };
    const secret = await addDoorKey(tx, row);
    await audit(tx, ctx, {
      merchantId,
      action: 'door_key.created',
      subjectId: made.id,
      after: { door, public_id: publicId, ...settings },
      now: ctx.clock.now(),
    });
    return { ...made, ...present(row), secret };
  });
}
