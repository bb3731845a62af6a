import { z } from 'zod';
import { screenerKeys, screeningLevels, screeningStages, screeningVerdicts } from '@/db/vocabulary/screening';
import { chainKey } from '@/lib/chains/chain-key';
import { lineOfText, webAddressText } from '@/lib/kernel/text';
import { decimalText, evmAddress, isoTime } from '@/lib/wire/atoms';

/** What keeps a payout: an address, and what was found about it. */
const raised = z.object({ address: evmAddress, verdict: z.enum(screeningVerdicts) });
export type Raised = z.infer<typeof raised>;

export const overruleBody = z
  .strictObject({
    reason: lineOfText(300).meta({ description: 'Why you go on; the audit keeps it.' }),
    seen: z.array(raised).max(500).optional().meta({
      description: 'What you looked at: nothing else is overruled. Without it, all that was raised until now.',
    }),
  })
  .meta({ id: 'OverruleScreening' });
export type OverruleBody = z.infer<typeof overruleBody>;

export const screeningBody = z
  .strictObject({
    pay_unknown_below: decimalText.nullable().meta({
      description:
        'Payouts below this amount of their asset are paid although nobody can tell about the address; null: none is.',
    }),
    screener_url: webAddressText().nullable().meta({
      description: 'Your own screener, which is asked before each payout is paid; null: you have none.',
    }),
  })
  .meta({ id: 'SaveScreening' });
export type ScreeningBody = z.infer<typeof screeningBody>;

export const screeningSettingsAnswer = z
  .object({
    pay_unknown_below: decimalText.nullable(),
    screener_url: z.string().nullable(),
    oracle_on: z.array(chainKey).meta({ description: 'Networks whose oracle of sanctioned addresses is asked.' }),
    list: z
      .object({ date: z.string().nullable(), addresses: z.int(), read_at: isoTime.nullable() })
      .nullable()
      .meta({ description: 'The OFAC list that is in use; null where this portal reads none.' }),
  })
  .meta({ id: 'ScreeningSettings' });
export type ScreeningSettingsAnswer = z.infer<typeof screeningSettingsAnswer>;

export const savedScreening = z
  .object({
    settings: screeningSettingsAnswer,
    secret: z.string().nullable().meta({
      description:
        'Proves our questions to a screener that was named now. It is told this once; null where it stays as it was.',
    }),
  })
  .meta({ id: 'SavedScreening' });
export type SavedScreening = z.infer<typeof savedScreening>;

/** What was found about a payout's recipient, newest first, as the desk shows it. */
export const screeningStory = z.object({
  /** Whether an owner has to decide before it is paid. */
  held: z.boolean(),
  /** What the owner decides about. */
  raised: z.array(raised),
  screenings: z.array(
    z.object({
      address: evmAddress,
      stage: z.enum(screeningStages),
      verdict: z.enum(screeningVerdicts),
      level: z.enum(screeningLevels).nullable(),
      category: z.string().nullable(),
      name: z.string().nullable(),
      at: isoTime,
      answers: z.array(
        z.object({
          screener: z.enum(screenerKeys),
          said: z.enum(['clear', 'listed', 'silent']),
          facts: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  ),
});
export type ScreeningStory = z.infer<typeof screeningStory>;
