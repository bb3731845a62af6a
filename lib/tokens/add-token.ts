import type { Tx } from '@/db/client';
import type { TokenFinding } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import { chainOf, readChainKey, shippedFacts } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { skeletonOf } from '@/lib/kernel/skeleton';
import { lineOfText } from '@/lib/kernel/text';
import { auditOperator } from '@/lib/operators/audit-operator';
import { type OperatorOrKey, requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { inspectToken } from './inspect-token';
import { learnAddedTokens } from './learn';
import { resembled } from './look-alike';
import { presentToken } from './present';
import { readTokenCode } from './read-code';
import { refused } from './rehearse';
import { type AddedTokenAnswer, type AddTokenBody, portalSymbol } from './schema';
import {
  type AddedToken,
  deleteWaiting,
  findKeyMaker,
  insertAddedToken,
  insertAsset,
  lockAddedToken,
  markListed,
  selectAddedTokens,
} from './store';

const maxNameLetters = 60;

/**
 * Lists a token for all merchants of its chain, after a look at it: what does not bring exactly what is sent is refused. One that would
 * be taken for a known token waits for a second operator. Refuses: token_refused, token_known, address_refused, chain_unavailable, step-up.
 */
export async function addToken(ctx: Context, body: AddTokenBody): Promise<AddedTokenAnswer> {
  const actor = requireOperator(ctx, 'tokens:write');
  requireOperatorStepUp(ctx);
  const { chain } = body;
  if (!configuredChains().includes(chain)) throw refused(`This portal does not serve ${chainOf(chain).name}.`);
  const token = addressOf(body.address, 'address');
  const holder = body.holder ? addressOf(body.holder, 'holder') : null;
  if (chainOf(chain).tokens.some(({ address }) => address.toLowerCase() === token)) throw knownAlready('token');
  const found = await inspectToken(chain, token, holder);
  const symbol = symbolFor(body.symbol ?? found.symbol);
  const name = nameFor(found.name);
  const added = (await selectAddedTokens(ctx.db)).map((one) => one.symbol);
  const resembles = resembled(symbol, added) ?? resembled(found.symbol, added) ?? resembledName(name);
  const findings: TokenFinding[] = resembles ? ['look_alike', ...found.findings] : found.findings;
  const now = ctx.clock.now();
  const by = { proposerKind: actor.kind, proposerId: idOf(actor) };
  const row = { chain, token, symbol, name, decimals: found.decimals, findings, resembles, ...by, createdAt: now };
  const looked = { codeHash: found.codeHash, lookedAt: now };
  const written = await ctx.db.transaction(async (tx) => {
    if (!(await insertAddedToken(tx, { ...row, ...looked, status: 'waiting' }))) throw knownAlready('token or symbol');
    await note(tx, ctx, row, 'token.proposed', { findings, resembles }, now);
    if (!resembles) await list(tx, ctx, row, null, now);
    return lockAddedToken(tx, row);
  });
  if (!written) throw new Error(`The token ${token} was not written`);
  await learnAddedTokens(ctx.db);
  return presentToken(written);
}

/** A second person's word for a token that looks like another, as it was looked at. Refuses: not_found, token_own, token_known, token_refused, chain_unavailable, step-up. */
export async function agreeToToken(ctx: Context, id: string): Promise<AddedTokenAnswer> {
  const actor = requireOperator(ctx, 'tokens:write');
  requireOperatorStepUp(ctx);
  if (actor.kind !== 'operator') throw new Refusal('token_own', { detail: 'A person has to agree, not a key.' });
  const now = ctx.clock.now();
  const place = placeOf(id);
  const hash = await readProposed(ctx, place);
  const agreed = await ctx.db.transaction(async (tx) => {
    const row = await lockAddedToken(tx, place);
    if (row?.status !== 'waiting') throw new Refusal('not_found', { detail: 'No such token waits.' });
    const proposer = row.proposerKind === 'operator_key' ? await findKeyMaker(tx, row.proposerId) : row.proposerId;
    if (proposer === actor.userId) throw new Refusal('token_own');
    if (row.codeHash !== hash)
      throw refused('Its code has changed since it was proposed: take it back, and add it again.');
    await list(tx, ctx, row, actor.userId, now);
    return lockAddedToken(tx, row);
  });
  if (!agreed) throw new Error('The token is gone');
  await learnAddedTokens(ctx.db);
  return presentToken(agreed);
}

/** The code that a token which waits runs now; null where no look kept what it ran. Refuses: chain_unavailable. */
async function readProposed(ctx: Context, { chain, token }: Place): Promise<string | null> {
  const seen = (await selectAddedTokens(ctx.db)).find((one) => one.chain === chain && one.token === token);
  if (seen?.status !== 'waiting' || seen.codeHash === null) return null;
  return (await reading(chain, (client) => readTokenCode(client, token))).hash;
}

/** Takes back what waits for a second operator. What is listed stays: books may hold it. Refuses: not_found, step-up. */
export async function dropToken(ctx: Context, id: string): Promise<void> {
  requireOperator(ctx, 'tokens:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const at = placeOf(id);
    if (!(await deleteWaiting(tx, at))) throw new Refusal('not_found', { detail: 'No such token waits.' });
    await note(tx, ctx, at, 'token.dropped', {}, now);
  });
}

/** Every token that operators added. */
export async function viewTokens(ctx: Context): Promise<AddedTokenAnswer[]> {
  requireOperator(ctx, 'installation:read');
  return (await selectAddedTokens(ctx.db)).map(presentToken);
}

type Place = Pick<AddedToken, 'chain' | 'token'>;

/** Where a token is, by its id. Refuses: not_found. */
function placeOf(id: string): Place {
  const [key = '', token = ''] = id.split(':');
  const chain = readChainKey(key);
  if (!chain) throw new Refusal('not_found', { detail: 'No such token waits.' });
  return { chain, token: token.toLowerCase() };
}

type Listed = Place & Pick<AddedToken, 'symbol' | 'decimals'>;

async function list(tx: Tx, ctx: Context, row: Listed, agreedBy: string | null, now: Date): Promise<void> {
  if (!(await insertAsset(tx, row))) throw knownAlready('symbol');
  await markListed(tx, row, agreedBy, now);
  await note(tx, ctx, row, 'token.listed', { symbol: row.symbol, decimals: row.decimals }, now);
}

async function note(tx: Tx, ctx: Context, { chain, token }: Place, action: string, detail: object, now: Date) {
  await auditOperator(tx, ctx, { action, subjectId: `${chain}:${token}`, detail: { ...detail }, now });
}

function idOf(actor: OperatorOrKey): string {
  return actor.kind === 'operator' ? actor.userId : actor.keyId;
}

function knownAlready(what: string): Refusal {
  return new Refusal('token_known', { detail: `This chain has this ${what} already.` });
}

function addressOf(text: string, field: string): string {
  const address = readAddress(text);
  if (address) return address;
  throw new Refusal('address_refused', { field, detail: explainChecksum(text) });
}

function symbolFor(text: string): string {
  const parsed = portalSymbol.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Refusal('token_refused', {
    field: 'symbol',
    detail: 'Its own symbol is not 1 to 16 letters and digits: say in `symbol` what it is called here.',
  });
}

function nameFor(text: string): string {
  const parsed = lineOfText(maxNameLetters).safeParse(text);
  if (parsed.success) return parsed.data;
  throw refused(`Its name is not a line of at most ${maxNameLetters} visible letters.`);
}

/** A token that says it is another one by its name. */
function resembledName(name: string): string | null {
  const listed = shippedFacts.flatMap(({ tokens }) => tokens);
  return listed.find((token) => skeletonOf(token.name) === skeletonOf(name))?.symbol ?? null;
}
