import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import type { AlertsBody, BrandingBody, EmbeddingBody, SettingsAnswer } from './schema';
import { lockMerchant, type Merchant, updateMerchant } from './store';
import { readSettings } from './view-settings';

type Profile = Pick<
  Merchant,
  'name' | 'logoUrl' | 'accentColor' | 'supportUrl' | 'language' | 'embedOrigins' | 'alertEmail'
>;

/**
 * How claim pages and receipts look from now on, also those of links that are out. Refuses: step-up, as a person who may name
 * the page and its help address can talk to everybody who is about to be paid.
 */
export async function saveBranding(ctx: Context, body: BrandingBody): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  const { name, logo_url: logoUrl, accent_color, support_url: supportUrl, language } = body;
  const accentColor = accent_color?.toLowerCase() ?? null;
  return save(ctx, merchantId, 'settings.branding_saved', {
    ...{ name, logoUrl, accentColor, supportUrl },
    ...(language !== undefined && { language }),
  });
}

/** Whose pages may show the claim page in a frame. Refuses: step-up, as a frame can be made to be clicked unseen. */
export async function saveEmbedding(ctx: Context, { origins }: EmbeddingBody): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  return save(ctx, merchantId, 'settings.embedding_saved', { embedOrigins: origins });
}

/** Who is told of trouble. Refuses: step-up, as alerts that go elsewhere are heard by nobody. */
export async function saveAlerts(ctx: Context, { notice_email: alertEmail }: AlertsBody): Promise<SettingsAnswer> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  requireStepUp(ctx);
  return save(ctx, merchantId, 'settings.alerts_saved', { alertEmail });
}

/** Writes what differs, with how it was; saving the same again leaves no line. */
async function save(
  ctx: Context,
  merchantId: string,
  action: string,
  wanted: Partial<Profile>,
): Promise<SettingsAnswer> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const known = await lockMerchant(tx, merchantId);
    if (!known) throw new Refusal('not_found');
    const was = new Map(Object.entries(known));
    const changed = Object.entries(wanted).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(was.get(field)),
    );
    if (changed.length === 0) return;
    await updateMerchant(tx, merchantId, wanted);
    const before = Object.fromEntries(changed.map(([field]) => [field, was.get(field)]));
    const after = Object.fromEntries(changed);
    await audit(tx, ctx, { merchantId, action, subjectId: merchantId, before, after, now });
  });
  return readSettings(ctx.db, merchantId);
}
