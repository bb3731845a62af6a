import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { codeHash } from './code-hash';
import { giveProof } from './give-proof';
import { lockLinked } from './lock-linked';
import type { ProofAnswer, ProveBody } from './schema';
import { takeTry } from './store';

export const maxTries = 5;

type Presented = ProveBody & { browser: string | null };

/**
 * Takes the code of the mail in the browser that asked for it, once, and gives the proof that a claim needs.
 * Refuses: code_wrong, proof_expired, link_*, already_paid, transfer_in_progress, payout_state.
 */
export async function proveCode(ctx: Context, token: string, { code, browser }: Presented): Promise<ProofAnswer> {
  // What a wrong try counts has to stay, so the refusal is thrown when that is committed.
  const outcome = await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const { payout, email } = await lockLinked(tx, token, now);
    if (browser === null) return { tried: null };
    const hash = codeHash(payout, browser, code);
    const tried = await takeTry(tx, payout, { browser, email, hash, maxTries, now });
    if (!tried?.usedAt) return { tried };
    const answer = await giveProof(tx, payout, { kind: 'email', email, browser, now });
    const { merchantId, id: subjectId } = payout;
    await audit(tx, ctx, { merchantId, action: 'claim.proved', subjectId, detail: { kind: 'email' }, now });
    return { answer };
  });
  if (outcome.answer) return outcome.answer;
  throw outcome.tried ? wrong(maxTries - outcome.tried.tries) : expired();
}

function expired(): Refusal {
  const detail =
    'There is no code to type in this browser: it was used, has run out, was followed by a newer one, or was asked for elsewhere. Please ask for a new one here.';
  return new Refusal('proof_expired', { detail });
}

function wrong(triesLeft: number): Refusal {
  const left = triesLeft === 1 ? 'One try is left.' : `${triesLeft} tries are left.`;
  const detail = `That is not the code of the newest mail. ${triesLeft > 0 ? left : 'Please ask for a new code.'}`;
  return new Refusal('code_wrong', { field: 'code', detail, extra: { tries_left: triesLeft } });
}
