import { z } from 'zod';
import { recipientTypes } from '@/db/vocabulary/payouts';
import { chainKey } from '@/lib/chains/chain-key';
import { codeOfText } from '@/lib/kernel/text';
import { decimalText, evmAddress, isoTime } from '@/lib/wire/atoms';

/** Wire shapes of what a key may let leave; client-safe. */

const maxListed = 200;
const once = <Item>(list: readonly Item[]) => new Set(list).size === list.length;

const limit = z.strictObject({
  chain: chainKey,
  asset: codeOfText(20),
  max_payout: decimalText.nullable().meta({ description: 'Of one payout, its fee included; null: any amount.' }),
  max_day: decimalText.nullable().meta({ description: 'Within any 24 hours; null: any sum.' }),
});

/** In lower case, as it is compared. */
const mailDomain = codeOfText(253)
  .overwrite((text) => text.toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
        'must be a domain, such as example.com',
      ),
  );

/** A single address is the range of it alone. */
const ipRange = z
  .string()
  .trim()
  .toLowerCase()
  .overwrite((text) => (text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`))
  .pipe(z.union([z.cidrv4(), z.cidrv6()], { error: 'must be an IP address or a range, such as 203.0.113.0/24' }));

export const policyBody = z
  .strictObject({
    assets: z
      .array(limit)
      .min(1, 'must name at least one asset, or be null for every asset')
      .max(50)
      .refine((list) => once(list.map(({ chain, asset }) => `${chain} ${asset}`)), 'must not name an asset twice')
      .nullable()
      .meta({ description: 'The only assets that it may pay; null: all of them, in any amount.' }),
    recipients: z
      .array(z.enum(recipientTypes))
      .min(1, 'must name at least one kind, or be null for every kind')
      .refine(once, 'must not name a kind twice')
      .nullable()
      .meta({ description: 'The only kinds of recipients; null: every kind.' }),
    wallets: z.array(evmAddress).max(maxListed).meta({ description: 'The only wallets; none: every one.' }),
    mail_domains: z
      .array(mailDomain)
      .max(maxListed)
      .meta({ description: 'The only domains of mailboxes, without what is below them; none: every one.' }),
    ip_ranges: z
      .array(ipRange)
      .max(50)
      .meta({ description: 'From where alone it may be used; none: from everywhere.' }),
  })
  .meta({ id: 'KeyPolicy' });
export type PolicyBody = z.infer<typeof policyBody>;

export const policyOnWire = policyBody.extend({ updated_at: isoTime, updated_by: z.string().nullable() });
export type PolicyOnWire = z.infer<typeof policyOnWire>;

/** Of a verb by which a key may let money leave, also by the limits of a merchant that registered itself. */
export const spendRefusals = [
  'key_asset_refused',
  'key_recipient_refused',
  'key_payout_limit',
  'key_day_limit',
  'key_ip_refused',
  'merchant_limit',
] as const;
