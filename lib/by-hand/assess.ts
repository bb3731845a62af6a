import type { PublicClient } from 'viem';
import type { PaymentWay } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import type { PaymentPreview, PreviewBody } from '@/lib/by-hand/sightings/schema';
import { selectUnderWay } from '@/lib/by-hand/sightings/store';
import { checksumAddress, explainChecksum, readAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { coverOf, type GasPrices, type NetworkFee, networkFeeOf, readGasPrices } from '@/lib/evm/network-fee';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { requireApproved } from '@/lib/payouts/approvals/approve';
import type { Payout } from '@/lib/payouts/store';
import { checkDestination } from '@/lib/payouts/terms/check-destination';
import type { DestinationNote } from '@/lib/payouts/terms/destination-schema';
import { findLostAt } from '@/lib/payouts/terms/refuse-destination';
import { disperseCall, maxPerItem, type Order, transferCall } from '@/lib/rails/wallet/calls';
import { handFacts } from '@/lib/rails/wallet/facts';
import { rehearse } from '@/lib/rails/wallet/rehearse';
import { readSender, type SenderFacts } from '@/lib/rails/wallet/sender';
import { selectLookAlikes } from '@/lib/wallets/store';
import { givenUpNotes } from './given-up-notes';
import { findAll, refuseUnpayable } from './hold';
import { previewLines } from './words';

/** Payouts that are signed together: one chain, one asset, one wallet; with all that was read about them. */
export type Assessment = {
  payouts: Payout[];
  sender: string;
  way: PaymentWay;
  facts: SenderFacts;
  total: bigint;
  head: bigint;
  networkFee: NetworkFee;
  notes: DestinationNote[];
};

/** Gas of an ERC-20 transfer and of a permission, for wallets too empty to be estimated. */
const usualGas = 65_000n;
/** Gas of the contract's batch: what the call costs, and each payment more. */
const batchGas = 60_000n;
const batchItemGas = 32_000n;

/**
 * Reads everything that decides whether and how these payouts can be paid from `sender`; writes nothing.
 * Refuses: not_found, payout_state, transfer_in_progress, approval_changed, address_refused, wallet_short,
 * payment_would_fail, chain_unavailable.
 */
export async function assess(ctx: Context, merchantId: string, body: PreviewBody): Promise<Assessment[]> {
  const sender = readAddress(body.sender);
  if (!sender) {
    throw new Refusal('address_refused', { field: 'sender', detail: explainChecksum(body.sender) });
  }
  const payouts = await findAll(ctx, merchantId, body.payout_ids);
  const now = ctx.clock.now();
  const [underWay] = await selectUnderWay(ctx.db, merchantId, body.payout_ids);
  if (underWay) {
    const detail = `${underWay} is being paid already; its outcome is open.`;
    throw new Refusal('transfer_in_progress', { detail, extra: { payout_id: underWay } });
  }
  for (const payout of payouts) {
    refuseUnpayable(payout, now);
    await requireApproved(ctx.db, payout);
  }
  const groups = Map.groupBy(payouts, (payout) => `${payout.chain}:${payout.token}`);
  return Promise.all([...groups.values()].map((group) => assessGroup(ctx, group, sender, body)));
}

async function assessGroup(ctx: Context, payouts: Payout[], sender: string, body: PreviewBody): Promise<Assessment> {
  const [first] = payouts;
  if (!first) throw new Error('A group of payouts has one at least');
  const total = payouts.reduce((sum, payout) => sum + payout.net, 0n);
  return reading(first.chain, async (client) => {
    const [facts, head, prices, notes] = await Promise.all([
      readSender(client, sender, first.token),
      client.getBlockNumber(),
      readGasPrices(client),
      checkAll(ctx, client, payouts, sender),
    ]);
    if (facts.balance < total) throw tooShort(first, facts.balance, total);
    const way = chooseWay(payouts, facts, body);
    const blocked = new Set(notes.filter((note) => note.blocking).map((note) => note.payout_id));
    const gas = await rehearseAll(
      client,
      payouts.filter((payout) => !blocked.has(payout.id)),
      sender,
      way,
    );
    return {
      payouts,
      sender,
      way,
      facts,
      total,
      head,
      networkFee: feeOf(gas, way === 'one_by_one' ? payouts.length : 1, prices),
      notes,
    };
  });
}

/** Several that are sent one after another: what each sets aside comes back before the next one is sent. */
function feeOf(gas: bigint, calls: number, prices: GasPrices): NetworkFee {
  const last = networkFeeOf(gas / BigInt(calls), prices);
  const { estimate } = networkFeeOf(gas, prices);
  return { estimate, reserve: estimate - last.estimate + last.reserve };
}

function tooShort(payout: Payout, balance: bigint, total: bigint): Refusal {
  const money = (units: bigint) => `${formatAmount(units, payout.decimals)} ${payout.symbol}`;
  const where = chainOf(payout.chain).name;
  return new Refusal('wallet_short', {
    detail: `The wallet holds ${money(balance)} on ${where}; ${money(total)} is due.`,
  });
}

/** One transfer for one; for many the wallet's own batch, else the contract's, else one by one. */
function chooseWay(payouts: Payout[], facts: SenderFacts, { way, capabilities }: PreviewBody): PaymentWay {
  const [first] = payouts;
  if (payouts.length === 1 || !first) return 'transfer';
  const can = {
    transfer: false,
    calls: capabilities.calls_on.includes(chainOf(first.chain).id),
    disperse: facts.hasContract && payouts.every((payout) => payout.net <= maxPerItem),
    one_by_one: true,
  } as const satisfies Record<PaymentWay, boolean>;
  if (way && can[way]) return way;
  return can.calls ? 'calls' : can.disperse ? 'disperse' : 'one_by_one';
}

async function checkAll(ctx: Context, client: PublicClient, payouts: Payout[], sender: string) {
  const notes = await Promise.all(
    payouts.map(async (payout) => {
      const { recipient } = handFacts(payout, sender);
      const [lost, lookAlikes] = await Promise.all([
        findLostAt(ctx.db, payout.chain, recipient),
        selectLookAlikes(ctx.db, payout.merchantId, recipient),
      ]);
      return checkDestination(client, { payout, recipient, sender, lost, lookAlikes });
    }),
  );
  return [...notes.flat(), ...(await givenUpNotes(ctx.db, payouts))];
}

/** Runs every payment without sending it; what the network would refuse is refused here, by name. */
async function rehearseAll(client: PublicClient, payouts: Payout[], sender: string, way: PaymentWay): Promise<bigint> {
  const results = await Promise.all(
    payouts.map(async (payout) => {
      const { recipient, amount, token } = handFacts(payout, sender);
      return { payout, result: await rehearse(client, sender, transferCall(token, { recipient, amount }), usualGas) };
    }),
  );
  const errors = results.flatMap(({ payout, result }) =>
    result.ok ? [] : [{ field: payout.id, detail: `The network would refuse it: ${result.word}.` }],
  );
  if (errors.length > 0) {
    throw new Refusal('payment_would_fail', { detail: errors[0]?.detail ?? '', errors });
  }
  if (way === 'disperse') return usualGas + batchGas + batchItemGas * BigInt(payouts.length);
  return results.reduce((sum, { result }) => sum + (result.ok ? result.gas : 0n), 0n);
}

/** Where the wallet has allowed enough already, the contract's batch itself is tried, too. */
export async function rehearseSigning(assessed: Assessment, order: Order): Promise<void> {
  const [first] = assessed.payouts;
  if (!first || assessed.facts.allowance < assessed.total) return;
  const items = assessed.payouts.map((payout) => handFacts(payout, assessed.sender));
  const call = disperseCall(order, items);
  const result = await reading(first.chain, (client) => rehearse(client, assessed.sender, call, usualGas));
  if (!result.ok) throw new Refusal('payment_would_fail', { detail: `The network would refuse it: ${result.word}.` });
}

export function presentAssessed(assessed: Assessment): PaymentPreview {
  const { payouts, sender, way, facts, total, networkFee } = assessed;
  const [first] = payouts;
  if (!first) throw new Error('A group of payouts has one at least');
  const chain = chainOf(first.chain);
  const money = (units: bigint) => formatAmount(units, first.decimals);
  const coins = (units: bigint) => formatAmount(units, chain.currency.decimals);
  return {
    way,
    chain: first.chain,
    chain_id: chain.id,
    asset: first.symbol,
    token: checksumAddress(first.token),
    sender: checksumAddress(sender),
    sender_kind: facts.kind,
    count: payouts.length,
    total: money(total),
    preview: previewLines(assessed),
    network_fee: {
      currency: chain.currency.symbol,
      estimate: coins(networkFee.estimate),
      reserve: coins(networkFee.reserve),
      balance: coins(facts.coins),
      // A contract pays no fee: the account that executes the proposal pays it.
      ...(facts.kind === 'contract' ? { enough: true, tight: false } : coverOf(facts.coins, networkFee)),
    },
    payments: payouts.map((payout) => ({
      payout_id: payout.id,
      reference: payout.reference,
      recipient: checksumAddress(handFacts(payout, sender).recipient),
      amount: money(payout.net),
    })),
  };
}
