import { z } from 'zod';
import { accountKinds, postingKinds } from '@/db/vocabulary/books';
import { eventTypes } from '@/db/vocabulary/events';
import { railIds, transferStatuses } from '@/db/vocabulary/payouts';
import { actorKinds } from '@/db/vocabulary/people';
import { deliveryStatuses } from '@/db/vocabulary/webhooks';
import { mailAnswer } from '@/lib/wire/mail';
import { payoutAnswer } from '@/lib/wire/payout';

/** A payout with everything that ever happened to it, as the page of one payout tells it; client-safe. */

const time = z.iso.datetime();

export const actorOnPage = z.object({
  kind: z.enum(actorKinds),
  id: z.string().nullable(),
  /** A person's mail address or wallet, or an API key's name. */
  name: z.string().nullable(),
});
export type ActorOnPage = z.infer<typeof actorOnPage>;

const transferFacts = z.object({
  id: z.string(),
  rail: z.enum(railIds),
  status: z.enum(transferStatuses),
  hash: z.string().nullable(),
  explorer_url: z.string().nullable(),
  sender: z.string().nullable(),
  nonce: z.int().nullable(),
  recipient: z.string().nullable(),
  block_number: z.string().nullable(),
  signing: z.string().nullable(),
  failure_reason: z.string().nullable(),
});

export const storyLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('change'),
    action: z.string(),
    actor: actorOnPage,
    because: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('event'),
    id: z.string(),
    event: z.enum(eventTypes),
    version: z.int(),
    deliveries: z.array(
      z.object({
        id: z.string(),
        endpoint: z.string(),
        url: z.string(),
        status: z.enum(deliveryStatuses),
        attempts: z.int(),
      }),
    ),
  }),
  z.object({
    type: z.literal('posting'),
    id: z.string(),
    kind: z.enum(postingKinds),
    lines: z.array(
      z.object({ from: z.enum(accountKinds), to: z.enum(accountKinds), amount: z.string(), asset: z.string() }),
    ),
  }),
  z.object({ type: z.literal('transfer'), step: z.enum(['made', 'seen', 'ended']), transfer: transferFacts }),
  z.object({
    type: z.literal('attempt'),
    delivery: z.string(),
    url: z.string(),
    number: z.int(),
    status: z.int().nullable(),
    duration_ms: z.int(),
    error: z.string().nullable(),
  }),
  z.object({ type: z.literal('voucher'), recipient: z.string(), deadline: time }),
  z.object({ type: z.literal('link'), step: z.enum(['made', 'revoked']) }),
  z.object({ type: z.literal('mail'), mail: mailAnswer }),
]);
export type StoryLine = z.infer<typeof storyLine>;

/** What happened at one time, oldest first: mostly what one database transaction wrote. */
export const moments = z.array(z.object({ at: time, lines: z.array(storyLine) }));

export const payoutStory = z.object({
  payout: payoutAnswer,
  moments,
  /** Lines of one kind that were too many to show. */
  cut: z.boolean(),
  approvals: z.object({ needed: z.int(), given: z.array(z.object({ by: actorOnPage, at: time })) }).nullable(),
  /** Who is about to pay it by hand right now. */
  hold: z.object({ by: actorOnPage, until: time }).nullable(),
  created_by: actorOnPage.nullable(),
  maker_id: z
    .string()
    .nullable()
    .meta({ description: 'The person behind it, also where it was an API key of theirs: they do not approve it.' }),
  vault: z.object({ address: z.string(), claim_id: z.string() }).nullable(),
});
export type PayoutStory = z.infer<typeof payoutStory>;
