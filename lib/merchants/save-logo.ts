import { createHash } from 'node:crypto';
import type { Database } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { deleteLogoRow, findLogo, type Logo, saveLogoRow } from './logo-store';
import { readLogo } from './read-logo';
import { type LogoBody, logoLimits, type SettingsAnswer } from './schema';
import { lockMerchant, updateMerchant } from './store';
import { readSettings } from './view-settings';

const fault = (detail: string) => new Refusal('invalid_request', { field: 'picture', detail });

function pictureOf({ picture }: LogoBody) {
  const bytes = Buffer.from(picture, 'base64');
  if (bytes.length > logoLimits.bytes) throw fault('The picture is larger than 256 KB.');
  const found = readLogo(bytes);
  if (!found) throw fault('This is no PNG, JPEG or WebP picture.');
  const { least, most } = logoLimits;
  const fits = [found.width, found.height].every((side) => side >= least && side <= most);
  if (!fits) throw fault(`It is ${found.width} × ${found.height} pixels; each side must have ${least} to ${most}.`);
  if (found.moves) throw fault('The picture moves; a logo must be a still one.');
  return { bytes, type: found.type, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** Shows this picture on claim pages from now on. Refuses: step-up, as for everything that recipients see; invalid_request. */
export async function saveLogo(ctx: Context, body: LogoBody): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  const picture = pictureOf(body);
  return change(ctx, merchantId, picture);
}

/** Shows the picture at the merchant's own address again, or none. Refuses: step-up. */
export async function removeLogo(ctx: Context): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  return change(ctx, merchantId, null);
}

async function change(ctx: Context, merchantId: string, picture: Pick<Logo, 'bytes' | 'hash' | 'type'> | null) {
  const now = ctx.clock.now();
  const hash = picture?.hash ?? null;
  await ctx.db.transaction(async (tx) => {
    const known = await lockMerchant(tx, merchantId);
    if (!known) throw new Refusal('not_found');
    if (known.logoHash === hash) return;
    if (picture) await saveLogoRow(tx, { merchantId, ...picture, createdAt: now });
    else await deleteLogoRow(tx, merchantId);
    await updateMerchant(tx, merchantId, { logoHash: hash });
    const action = picture ? 'settings.logo_uploaded' : 'settings.logo_removed';
    const [before, after] = [{ logo: known.logoHash }, { logo: hash }];
    await audit(tx, ctx, { merchantId, action, subjectId: merchantId, before, after, now });
  });
  return readSettings(ctx.db, merchantId);
}

/** A picture for anybody who loads it. Refuses: not_found. */
export async function showLogo(db: Database, hash: string): Promise<Pick<Logo, 'bytes' | 'type'>> {
  const found = /^[0-9a-f]{64}$/.test(hash) ? await findLogo(db, hash) : null;
  if (!found) throw new Refusal('not_found', { detail: 'There is no such picture.' });
  return found;
}
