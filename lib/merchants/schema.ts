import { z } from 'zod';
import { languages } from '@/db/vocabulary/mails';
import { merchantModes } from '@/db/vocabulary/merchants';
import { feeKinds } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { codeOfText, explainHidden, lineOfText } from '@/lib/kernel/text';

/** A merchant's settings as the desk shows and changes them; client-safe. Everything here is hostile until it passed. */

const maxAddressLength = 2000;
export const maxOrigins = 20;

function readUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return !url?.hostname || url.username || url.password ? null : url;
}

/** Kept as a browser spells it, so that what is stored holds nothing that a browser would leave out. */
const webAddress = (protocols: readonly string[], told: string) =>
  z
    .string()
    .max(maxAddressLength)
    .transform((text, ctx) => {
      const url = explainHidden(text) ? null : readUrl(text);
      if (url && protocols.includes(url.protocol)) return url.href;
      ctx.addIssue(told);
      return z.NEVER;
    });

const isLoopback = (host: string) => host === 'localhost' || host === '127.0.0.1';

/** An origin as the browser spells it; null for anything that is more or less than one, and for http elsewhere than here. */
export function readOrigin(text: string): string | null {
  const url = explainHidden(text) ? null : readUrl(text.trim());
  if (url?.pathname !== '/' || url.search || url.hash || !/^[a-z0-9.-]+$/.test(url.hostname)) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url.origin : null;
}

const origin = z
  .string()
  .max(300)
  .transform((text, ctx) => {
    const found = readOrigin(text);
    if (found) return found;
    ctx.addIssue('must be an origin: https and a host, without a path');
    return z.NEVER;
  });

export const brandingBody = z.strictObject({
  name: lineOfText(60),
  logo_url: webAddress(['https:'], 'must be a whole https address').nullable(),
  accent_color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #2450c8')
    .nullable(),
  support_url: webAddress(['https:', 'http:'], 'must be a whole https or http address').nullable(),
  language: z.enum(languages).nullable().optional(),
});
export type BrandingBody = z.output<typeof brandingBody>;

/** The longest picture in bytes, and the bounds of each side in pixels. */
export const logoLimits = { bytes: 256 * 1024, least: 16, most: 1024 } as const;
export const logoBodyBytes = 400 * 1024;

export const logoBody = z.strictObject({
  picture: z
    .base64('must be a picture in base64')
    .max(Math.ceil(logoLimits.bytes / 3) * 4, 'must not be larger than 256 KB')
    .meta({ description: 'A PNG, JPEG or WebP picture, in base64.' }),
});
export type LogoBody = z.output<typeof logoBody>;

export const embeddingBody = z.strictObject({
  origins: z
    .array(origin)
    .max(maxOrigins, `must not be more than ${maxOrigins}`)
    .refine((list) => new Set(list).size === list.length, 'must not name an origin twice'),
});
export type EmbeddingBody = z.output<typeof embeddingBody>;

export const alertsBody = z.strictObject({
  notice_email: z.string().trim().pipe(z.email('must be an email address').max(254)).nullable(),
});
export type AlertsBody = z.infer<typeof alertsBody>;

const decimalText = codeOfText(80, 0);

/** Three times on top of what it costs is no margin any more, in percent. */
export const maxMargin = 300;

export const termsBody = z.strictObject({
  chain: chainKey,
  asset: codeOfText(20),
  fee: decimalText.meta({ description: 'What each payout costs; of a computed fee, the least that it may be.' }),
  minimum: decimalText,
  maximum: decimalText,
  fee_kind: z.enum(feeKinds).default('flat').meta({
    description: '`computed`: what sending a claim costs when the payout is made, with the margin, rounded up.',
  }),
  fee_margin: z
    .int()
    .min(0)
    .max(maxMargin)
    .nullable()
    .default(null)
    .meta({ description: 'In percent; of a computed fee.' }),
  fee_ceiling: decimalText.nullable().default(null).meta({ description: 'The highest computed fee.' }),
});
export type TermsBody = z.infer<typeof termsBody>;

export const businessBody = z.strictObject({
  name: lineOfText(60),
  mode: z.enum(merchantModes).meta({ description: '`test` pays on test networks alone.' }),
});
export type BusinessBody = z.output<typeof businessBody>;
export const madeBusiness = z.object({ merchant_id: z.string() });
export type MadeBusiness = z.infer<typeof madeBusiness>;

/** Steps that are fine as they are, if a member says so; the others are done or are not. */
export const passableSteps = ['branding', 'terms', 'approvals', 'webhook'] as const;
export const passedStep = z.strictObject({ step: z.enum(passableSteps) });
export type PassedStep = z.infer<typeof passedStep>;

export const assetBody = z.strictObject({ chain: chainKey, asset: codeOfText(20) });
export type AssetBody = z.infer<typeof assetBody>;

export const assetTerms = z.object({
  chain: chainKey,
  chain_name: z.string(),
  asset: z.string(),
  decimals: z.int(),
  fee: z.string(),
  minimum: z.string(),
  maximum: z.string(),
  fee_kind: z.enum(feeKinds),
  fee_margin: z.int().nullable(),
  fee_ceiling: z.string().nullable(),
});
export type AssetTerms = z.infer<typeof assetTerms>;

export const settingsAnswer = z.object({
  name: z.string(),
  logo_url: z.string().nullable(),
  uploaded_logo: z
    .string()
    .nullable()
    .meta({ description: 'Where the uploaded picture is; it is shown rather than `logo_url`.' }),
  accent_color: z.string().nullable(),
  support_url: z.string().nullable(),
  language: z
    .enum(languages)
    .nullable()
    .meta({ description: 'Of claim pages and mails whose reader names none; null: English.' }),
  embed_origins: z.array(z.string()),
  notice_email: z.string().nullable(),
  test_mode: z.boolean(),
  assets: z.array(assetTerms),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
