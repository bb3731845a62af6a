import { z } from 'zod';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { redemptionStatuses, rewardStatuses } from '@/db/vocabulary/rewards';
import { chainKey } from '@/lib/chains/chain-key';
import { idPattern } from '@/lib/kernel/ids';
import { codeOfText, lineOfText, machineText } from '@/lib/kernel/text';
import { createdPayoutAnswer, createPayoutBody } from '@/lib/payouts/schema';
import { decimalText, isoTime } from '@/lib/wire/atoms';

/** The words of the API about what users earn and how it is paid out. */

const coinsText = z.string().meta({ description: 'A whole number of coins, as text.', examples: ['1500'] });
/** At most 15 digits, which no program rounds. */
const coinsGiven = z
  .union([
    z.int().positive().max(999_999_999_999_999),
    z.string().regex(/^[1-9]\d{0,14}$/, 'must be a whole number of coins'),
  ])
  .meta({ description: 'A whole number of coins, as a number or as text.', examples: ['1000'] });

/** The user as the publisher names them to adjoe. */
export const userName = codeOfText(200).meta({ examples: ['8a8d7c52-6a5c-4f63-9a43-0d7b7f5b9f11'] });
export const currencyName = codeOfText(40).meta({ examples: ['Coins'] });

/** Exactly what may stand on the left of `=` in an address. */
const parameterName = z.string().regex(/^[A-Za-z0-9_.~-]{1,60}$/, 'must be letters, digits and . _ ~ -');
const parameters = z.record(codeOfText(40), parameterName).meta({
  description: 'Your own parameter names, by what adjoe sends: `{ "user_uuid": "uid" }`. Others keep its names.',
});

const rate = z
  .strictObject({ coins: coinsGiven, amount: decimalText })
  .meta({ description: 'So many coins are worth so much of the asset: an exact ratio.' });

const token = z
  .string()
  .min(8)
  .max(500)
  .regex(/^[\x21-\x7e]*$/, 'must be letters, digits and signs of ASCII, without blanks')
  .meta({ description: 'The s2s token that adjoe gave you; stored encrypted. Without it we make one.' });

const terms = {
  description: lineOfText(200).optional(),
  parameters: parameters.optional(),
  currencies: z.array(currencyName).max(20).optional().meta({
    description: 'The names of its coins. Without them the names that callbacks bring are learnt, up to 20.',
  }),
  asset: codeOfText(20).meta({ description: 'What is paid out for coins; one of those set up for you.' }),
  chain: chainKey,
  rate,
  round_to: z.int().min(0).max(18).default(2).meta({
    description: 'Decimals that an amount is rounded down to. Coins that this leaves stay with their user.',
  }),
  minimum_coins: coinsGiven.default('1').meta({ description: 'The fewest coins that are redeemed at once.' }),
  max_earned_per_day: coinsGiven.nullable().default(null).meta({
    description:
      'Of one user and currency, on a day of UTC. What comes above it is held until you admit or reverse it.',
  }),
  max_redeemed_per_day: coinsGiven.nullable().default(null).meta({
    description: 'The most coins that one user redeems of a currency on a day of UTC.',
  }),
};

export const createRewardSourceBody = z
  .strictObject({ ...terms, token: token.optional() })
  .meta({ id: 'CreateRewardSource' });
export type CreateRewardSourceBody = z.infer<typeof createRewardSourceBody>;

export const changeRewardSourceBody = z
  .strictObject({
    description: terms.description,
    parameters: terms.parameters,
    currencies: terms.currencies,
    rate: rate.optional(),
    round_to: z.int().min(0).max(18).optional(),
    minimum_coins: coinsGiven.optional(),
    max_earned_per_day: coinsGiven.nullable().optional(),
    max_redeemed_per_day: coinsGiven.nullable().optional(),
    token: token.optional().meta({ description: 'Replaces the one before, which proves callbacks for a day longer.' }),
  })
  .meta({ id: 'ChangeRewardSource' });
export type ChangeRewardSourceBody = z.infer<typeof changeRewardSourceBody>;

export const rewardSourceAnswer = z
  .object({
    id: z.string().meta({ examples: ['rws_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    description: z.string().nullable(),
    url: z.string().meta({ description: 'Where callbacks arrive, without its parameters.' }),
    template: z.string().meta({ description: 'The address with placeholders, to paste into adjoe’s dashboard.' }),
    parameters: z.record(z.string(), z.string()),
    currencies: z.array(z.string()),
    learns_currencies: z.boolean().meta({ description: 'Whether a callback may bring a further name.' }),
    ...{ asset: z.string(), chain: chainKey, rate: z.object({ coins: coinsText, amount: decimalText }) },
    ...{ round_to: z.int(), minimum_coins: coinsText },
    ...{ max_earned_per_day: coinsText.nullable(), max_redeemed_per_day: coinsText.nullable() },
    former_token_until: isoTime.nullable().meta({ description: 'Until when the token before proves callbacks, too.' }),
    created_at: isoTime,
  })
  .meta({ id: 'RewardSource' });
export type RewardSourceAnswer = z.infer<typeof rewardSourceAnswer>;

export const createdRewardSourceAnswer = rewardSourceAnswer
  .extend({
    token: z.string().nullable().meta({ description: 'Where we made it: shown this once. Null where you gave it.' }),
  })
  .meta({ id: 'CreatedRewardSource' });
export type CreatedRewardSourceAnswer = z.infer<typeof createdRewardSourceAnswer>;

export const rewardSourceList = z.object({ data: z.array(rewardSourceAnswer) }).meta({ id: 'RewardSourceList' });
export type RewardSourceList = z.infer<typeof rewardSourceList>;
export const rewardSourceParams = z.object({ id: z.string().regex(idPattern('rewardSource')) });

/** What adjoe is told; a repetition is received, too, and changes nothing. */
export type RewardReceipt = { received: true; duplicate: boolean };

export const rewardAnswer = z
  .object({
    id: z.string().meta({ examples: ['rw_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    ...{ source: z.string(), trans_uuid: z.string(), user: z.string(), currency: z.string(), coins: coinsText },
    status: z.enum(rewardStatuses).meta({
      description:
        '`booked`: the coins are the user’s. `held`: above the cap, until you decide. `reversed`: taken back.',
    }),
    details: z.record(z.string(), z.string()).meta({ description: 'What else the callback said; nobody signs it.' }),
    received_at: isoTime,
    reversed_at: isoTime.nullable(),
  })
  .meta({ id: 'Reward' });
export type RewardAnswer = z.infer<typeof rewardAnswer>;

export const listRewardsQuery = z
  .strictObject({
    user: userName.optional(),
    source: z.string().regex(idPattern('rewardSource')).optional(),
    trans_uuid: z.guid().optional(),
    status: z.enum(rewardStatuses).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: machineText(200).optional(),
  })
  .meta({ id: 'ListRewards' });
export type ListRewardsQuery = z.infer<typeof listRewardsQuery>;

export const rewardPage = z
  .object({ data: z.array(rewardAnswer), next_cursor: z.string().nullable() })
  .meta({ id: 'RewardPage' });
export type RewardPage = z.infer<typeof rewardPage>;

export const rewardParams = z.object({ id: z.string().regex(idPattern('reward')) });
export const decideRewardBody = z.strictObject({
  reason: lineOfText(300).meta({ description: 'Why; kept in the audit trail.' }),
});
export type DecideRewardBody = z.infer<typeof decideRewardBody>;

export const rewardUserParams = z.object({ id: userName });

export const purseAnswer = z
  .object({
    ...{ source: z.string(), currency: z.string() },
    coins: coinsText.meta({ description: 'What is left to redeem; below zero where redeemed coins were taken back.' }),
    ...{ earned: coinsText, reversed: coinsText, redeemed: coinsText },
    held: coinsText.meta({ description: 'Above the cap, until you decide.' }),
    worth: z
      .object({ amount: decimalText, asset: z.string(), chain: chainKey, coins: coinsText })
      .meta({ description: 'What a payout of all coins would come to now, and how many coins that takes.' }),
    minimum_coins: coinsText,
    open_redemption: z.string().nullable().meta({ description: 'The payout of these coins that is still open.' }),
  })
  .meta({ id: 'Purse' });
export type PurseAnswer = z.infer<typeof purseAnswer>;

export const redemptionAnswer = z.object({
  id: z.string().meta({ examples: ['rd_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
  ...{ source: z.string(), currency: z.string(), coins: coinsText },
  status: z.enum(redemptionStatuses).meta({
    description: '`open`: its payout may be paid. `paid`. `returned`: it ended without paying, and the coins are back.',
  }),
  payout: z.object({ id: z.string(), status: z.enum(payoutStatuses), amount: decimalText, asset: z.string() }),
  created_at: isoTime,
});
export type RedemptionAnswer = z.infer<typeof redemptionAnswer>;

export const rewardUserAnswer = z
  .object({
    user: z.string(),
    purses: z.array(purseAnswer),
    redemptions: z.array(redemptionAnswer).meta({ description: 'The newest 50, the last one first.' }),
  })
  .meta({ id: 'RewardUser' });
export type RewardUserAnswer = z.infer<typeof rewardUserAnswer>;

const { recipient, reference, description, delivery, notify, fee_payer, expires_in } = createPayoutBody.shape;
const { return_url, cancel_url } = createPayoutBody.shape;

export const redeemBody = z
  .strictObject({
    source: z.string().regex(idPattern('rewardSource')).optional().meta({
      description: 'Whose coins; needed where the user has some of several sources.',
    }),
    currency: currencyName.optional().meta({ description: 'Which coins; needed where the user has several kinds.' }),
    coins: coinsGiven.optional().meta({ description: 'How many at most. Without it all that the user has.' }),
    recipient: recipient.default({ type: 'anyone' }),
    reference: reference
      .optional()
      .meta({ description: 'Your own name for the payout. Without it the redemption’s id.' }),
    ...{ description, delivery, notify, fee_payer, expires_in, return_url, cancel_url },
  })
  .meta({ id: 'RedeemCoins' });
export type RedeemBody = z.infer<typeof redeemBody>;

export const redeemedAnswer = z
  .object({
    id: z.string().meta({ examples: ['rd_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    ...{ user: z.string(), source: z.string(), currency: z.string() },
    coins: coinsText.meta({ description: 'How many it took: as few as the amount is worth.' }),
    coins_left: coinsText,
    payout: createdPayoutAnswer,
  })
  .meta({ id: 'Redeemed' });
export type RedeemedAnswer = z.infer<typeof redeemedAnswer>;

/** What the desk's page is asked for. */
export const rewardsPageQuery = z.strictObject({ user: userName.optional() });

/** A purse in the desk's list of users. */
export type ListedPurse = Pick<PurseAnswer, 'source' | 'currency' | 'coins' | 'held'> & {
  user: string;
  updated_at: string;
};
