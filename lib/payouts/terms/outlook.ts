import type { RelayReason } from '@/db/vocabulary/relay';
import type { Context } from '@/lib/access/actor';
import { selectTeam } from '@/lib/access/people-store';
import { permissionsOf } from '@/lib/access/permissions';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, leastOf } from '@/lib/kernel/money';
import { vaultFacts } from '@/lib/obstacles/read-obstacle';
import { readPromised } from '@/lib/obstacles/read-promised';
import { vaultObstacle } from '@/lib/rails/contract/obstacle';
import { contractRail } from '@/lib/rails/contract/rail';
import { merchantOverBudget } from '@/lib/relay/claims/budget';
import { whyNotOffered } from '@/lib/relay/offered';
import { selectLookAlikes } from '@/lib/wallets/store';
import { checkDestination } from './check-destination';
import type { Draft } from './check-terms';
import type { PayoutPreview, PreviewPayoutBody } from './create-schema';

export type Outlook = Pick<PayoutPreview, 'notes' | 'vault' | 'approvers' | 'sending_waits'>;

export type ToForesee = Pick<PreviewPayoutBody, 'chain' | 'asset' | 'delivery'>;
export type Foreseen = Pick<Draft, 'token' | 'money' | 'vault' | 'needed' | 'computed'> & {
  recipient: Pick<Draft['recipient'], 'recipientAddress'>;
};

/** What a draft that keeps the terms would meet: whom it waits for, what its vault can pay, what the network says of its address. */
export async function readOutlook(ctx: Context, merchantId: string, body: ToForesee, draft: Foreseen) {
  const address = draft.recipient.recipientAddress;
  const [approvers, notes, vault, sendingWaits] = await Promise.all([
    draft.needed > 0 ? countApprovers(ctx, merchantId) : 0,
    address ? notesOn(ctx, merchantId, body, { ...draft, address }) : [],
    standingOf(ctx, body, draft),
    body.delivery === 'send' ? whyNotSent(ctx, merchantId, body, draft) : null,
  ]);
  return { approvers, notes, vault, sending_waits: sendingWaits } satisfies Outlook;
}

/** How many could approve what the one who asks is about to make. */
async function countApprovers({ db, actor }: Context, merchantId: string): Promise<number> {
  const maker = actor.kind === 'user' ? actor.userId : null;
  const team = await selectTeam(db, merchantId);
  return team.filter(({ userId, role }) => userId !== maker && permissionsOf[role].includes('payouts:approve')).length;
}

/** What would keep the portal from sending it at once. */
async function whyNotSent(
  ctx: Context,
  merchantId: string,
  { chain }: ToForesee,
  { computed }: Foreseen,
): Promise<RelayReason | null> {
  const reason = await whyNotOffered(ctx.db, chain, computed?.kept.maxGasPrice);
  if (reason) return reason;
  return (await merchantOverBudget(ctx.db, merchantId, ctx.clock.now())) ? 'merchant_budget' : null;
}

type Addressed = Pick<Draft, 'token' | 'vault'> & { address: string };

/** Looked at again before anything is signed. */
async function notesOn(
  { db }: Context,
  merchantId: string,
  { chain, asset }: ToForesee,
  { token, vault, address }: Addressed,
): Promise<PayoutPreview['notes']> {
  const lookAlikes = await selectLookAlikes(db, merchantId, address);
  const payout = { id: '', chain, symbol: asset, token: token.address.toLowerCase() };
  const facts = { payout, recipient: address, sender: vault?.address ?? null, lost: null, lookAlikes };
  return unlessSilent(async () => {
    const notes = await reading(chain, (client) => checkDestination(client, facts));
    return notes.map(({ check, blocking, text }) => ({ check, blocking, text }));
  });
}

/** What the vault could pay now, and what would keep it from paying this one. */
async function standingOf(
  ctx: Context,
  { chain, asset: symbol }: ToForesee,
  { vault, token, money }: Foreseen,
): Promise<PayoutPreview['vault']> {
  if (!vault) return null;
  return unlessSilent(async () => {
    const state = await contractRail.claims.look(vaultFacts({ chain, token: token.address.toLowerCase() }, vault));
    const payable = leastOf(state.balance, state.allowance);
    const promised = await readPromised(ctx.db, vault, symbol);
    return {
      payable: formatAmount(payable, token.decimals),
      obstacle: vaultObstacle(state, money),
      short: promised + money.gross > payable,
    };
  });
}

/** A network that does not answer keeps nobody from making a payout: what it would say is not known then. */
async function unlessSilent<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return null;
    throw error;
  }
}
