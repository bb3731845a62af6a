import type { TokenFinding } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { headBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { queueMail } from '@/lib/mail/outbox';
import { twoSayings } from '@/lib/nodes/two-sayings';
import { stopToken } from '@/lib/stops/stop';
import { findHolder } from './find-holder';
import { readTokenCode } from './read-code';
import { rehearse } from './rehearse';
import { type AddedToken, lockAddedToken, saveLook, selectAddedTokens } from './store';

const eachSeconds = 86_400;

/** Looks once a day at every token that operators added; what cannot be looked at now is tried again with the next call. */
export async function lookAgain(ctx: Context): Promise<void> {
  const before = addSeconds(ctx.clock.now(), -eachSeconds);
  const served = configuredChains();
  const due = (await selectAddedTokens(ctx.db)).filter(
    ({ status, chain, lookedAt }) =>
      status === 'listed' && served.includes(chain) && (lookedAt === null || lookedAt <= before),
  );
  for (const token of due) {
    await lookAtOne(ctx, token).catch((error: unknown) =>
      log.warn({ chain: token.chain, symbol: token.symbol, err: error }, 'an added token cannot be looked at now'),
    );
  }
}

/** Keeps what is found, and tells the operator what is new of it. Other code stops the token until an operator lets it go on. */
async function lookAtOne(ctx: Context, { chain, token }: AddedToken): Promise<void> {
  const now = ctx.clock.now();
  const found = await readOfTwo(chain, token);
  await ctx.db.transaction(async (tx) => {
    const row = await lockAddedToken(tx, { chain, token });
    if (!row) return;
    const isChanged = row.codeHash !== null && row.codeHash !== found.codeHash;
    const isNew = isChanged || (found.refusal !== null && !row.findings.includes('refused_now'));
    await saveLook(tx, row, { findings: findingsOf(row, isChanged, found), codeHash: found.codeHash, lookedAt: now });
    if (!isNew) return;
    if (isChanged) await stopToken(tx, ctx, { asset: `${chain}:${row.symbol}`, reason: 'Its code has changed.' });
    log.error({ chain, symbol: row.symbol, isChanged, refusal: found.refusal }, 'an added token is not what it was');
    const to = env.OPERATOR_EMAIL;
    if (to) await queueMail(tx, { merchantId: null, to, ...mailOf(row, isChanged, found.refusal), now });
  });
}

type Found = { codeHash: string; refusal: string | null };

/** What one node says of the code alone stops nothing: a second one has to say the same. Refuses: chain_unavailable. */
async function readOfTwo(chain: AddedToken['chain'], token: string): Promise<Found> {
  const { first, second } = await twoSayings(chain, () => read(chain, token));
  if (second && second.answer.codeHash !== first.answer.codeHash)
    throw nodeLacks(chain, `and another one say different things of the code at ${token}`);
  return first.answer;
}

/** Without a holder in the newest blocks, the code alone is looked at. */
function read(chain: AddedToken['chain'], token: string): Promise<Found> {
  return reading(chain, async (client) => {
    const { hash: codeHash } = await readTokenCode(client, token);
    const { number } = await headBlock(client);
    const holder = await findHolder(client, token, number).catch(() => null);
    const refusal = holder && holder.balance >= 3n ? await rehearse(client, token, holder).then(none, wordsOf) : null;
    return { codeHash, refusal };
  });
}

const none = () => null;

function wordsOf(error: unknown): string {
  if (error instanceof Refusal && error.code === 'token_refused') return error.message;
  throw error;
}

function findingsOf({ findings }: AddedToken, isChanged: boolean, { refusal }: Found): TokenFinding[] {
  const kept = findings.filter((one) => one !== 'refused_now' && (one !== 'code_changed' || !isChanged));
  const added = [isChanged && ('code_changed' as const), refusal !== null && ('refused_now' as const)];
  return [...kept, ...added.filter((one) => one !== false)];
}

function mailOf({ chain, symbol }: AddedToken, isChanged: boolean, refusal: string | null) {
  const { name } = chainOf(chain);
  const text = [
    `The daily look at ${symbol} on ${name}, which an operator added, found that it is not what it was.`,
    isChanged && 'The code that it runs has changed: its own, or that of the contract it stands for.',
    refusal,
    isChanged
      ? 'It is stopped: no payout of it is made, claimed or sent. Look at what it does now, and lift its stop at /operator/stops. What was signed before may still be paid, and is watched and booked.'
      : 'Payouts of it go on, and each is still completed only if exactly what was sent arrived. If you no longer trust it, stop it at /operator/stops.',
  ].filter((line) => typeof line === 'string');
  return { subject: `${symbol} on ${name} is not what it was`, text: text.join('\n\n') };
}
