import { type Context, requirePerson } from '@/lib/access/actor';
import type { NewPasskeyBody, NewPasskeyOffer, PasskeyOnWire } from '@/lib/access/passkey-schema';
import {
  countPasskeys,
  deletePasskey,
  insertPasskey,
  type PasskeyRow,
  presentPasskey,
} from '@/lib/access/passkey-store';
import { offerNewPasskey, readNewPasskey } from '@/lib/access/passkeys/new-passkey';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requireOwnProof, tellOfWayIn } from './ways-in';

/** A person's passkeys, beside the wallets and mail addresses that they keep: the last of those is never taken away. */

export const maxPasskeys = 20;

const holderOf = (ctx: Context) => `session:${requirePerson(ctx).sessionId}` as const;

/** What a browser makes a passkey with that is to become one of the person's own. Refuses: step_up_required, forbidden, passkey_state. */
export async function offerPasskeyToAdd(ctx: Context): Promise<NewPasskeyOffer> {
  await requireOwnProof(ctx);
  return offerNewPasskey(ctx, requirePerson(ctx).userId, holderOf(ctx));
}

/** Refuses besides: identity_taken, passkey_refused, proof_expired. */
export async function addPasskey(ctx: Context, body: NewPasskeyBody): Promise<PasskeyOnWire> {
  const operator = await requireOwnProof(ctx);
  const { userId } = requirePerson(ctx);
  const made = await readNewPasskey(ctx, holderOf(ctx), body);
  const now = ctx.clock.now();
  const row: PasskeyRow = { ...made, id: newId('passkey', now.getTime()), userId, createdAt: now, lastUsedAt: null };
  await ctx.db.transaction(async (tx) => {
    if ((await countPasskeys(tx, userId)) >= maxPasskeys) {
      const detail = `You have ${maxPasskeys} passkeys. Remove one that you no longer use.`;
      throw new Refusal('passkey_state', { detail });
    }
    if (!(await insertPasskey(tx, row))) throw new Refusal('identity_taken');
    await tellOfWayIn(tx, ctx, { ...namesOf(row), change: 'added', operator });
  });
  return presentPasskey(row);
}

/** Takes a passkey away. Sessions that it opened go on: they can be ended by themselves. */
export async function removePasskey(ctx: Context, id: string): Promise<void> {
  const operator = await requireOwnProof(ctx);
  await ctx.db.transaction(async (tx) => {
    const removed = await deletePasskey(tx, requirePerson(ctx).userId, id);
    if (!removed) throw new Refusal('not_found', { detail: 'You have no such passkey.' });
    await tellOfWayIn(tx, ctx, { ...namesOf(removed), change: 'removed', operator });
  });
}

function namesOf({ id, name }: PasskeyRow) {
  return { way: { kind: 'passkey' as const, value: name }, facts: { passkey: { id, name } } };
}
