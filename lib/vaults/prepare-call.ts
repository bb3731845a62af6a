import type { PublicClient } from 'viem';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { checksumAddress, hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { readCodeKind } from '@/lib/evm/code';
import { coverOf, networkFeeOf, readGasPrices } from '@/lib/evm/network-fee';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { promisedOf } from '@/lib/ledger/balance';
import { rehearse } from '@/lib/rails/wallet/rehearse';
import { type Facts, type Plan, planCall, tokensOf } from './plan';
import { readSigners } from './read-signers';
import { readVault } from './read-vault';
import type { CallBody, PreparedCall } from './schema';
import { findVault, selectTermsOf, type Vault } from './store';

const usualGas = 120_000n;

/**
 * The call that the vault's own wallet signs next, tried against the chain as it is now, in plain words. The portal sends
 * nothing: who asked for what is in the audit. Refuses: not_found, invalid_request, asset_unavailable, amount_*,
 * call_would_fail, chain_unavailable, step-up.
 */
export async function prepareCall(ctx: Context, body: CallBody): Promise<PreparedCall> {
  const { merchantId } = requirePermission(ctx, 'vaults:write');
  requireStepUp(ctx);
  const vault = await findVault(ctx.db, merchantId, body.vault_id);
  if (!vault) throw new Refusal('not_found', { detail: `There is no vault ${body.vault_id}.` });
  const facts = await readFacts(ctx, vault, body);
  const { plan, fee } = await reading(vault.chain, async (client) => {
    await requireContract(client, vault);
    const plan = await planCall(client, body, facts);
    return { plan, fee: await tryCall(client, plan) };
  });
  const { name, currency } = chainOf(vault.chain);
  const { sender, call, ...told } = plan;
  if (!fee.ok) {
    const detail = `${name} would refuse it: ${fee.word}. Nothing was signed, and nothing changed.`;
    throw new Refusal('call_would_fail', { detail });
  }
  await note(ctx, vault, body, plan);
  return {
    ...{ ...told, kind: body.kind, sender: checksumAddress(sender) },
    call: { ...call, chainId: chainOf(vault.chain).id },
    network_fee: {
      currency: currency.symbol,
      estimate: formatAmount(fee.cost.estimate, currency.decimals),
      ...coverOf(fee.coins, fee.cost),
    },
    block_number: facts.read.block.number.toString(),
  };
}

async function readFacts(ctx: Context, vault: Vault, { kind }: CallBody): Promise<Facts> {
  const { merchantId, chain } = vault;
  const offered = tokensOf(vault, await selectTermsOf(ctx.db, merchantId));
  const [read, ...committed] = await Promise.all([
    readVault(
      vault,
      chainOf(chain).tokens.map(({ address }) => address.toLowerCase()),
    ),
    ...offered.map(({ terms: { symbol } }) => promisedOf(ctx.db, merchantId, { chain, symbol })),
  ]);
  const tokens = offered.map((one, index) => ({ ...one, committed: committed[index] ?? 0n }));
  const named = kind === 'revoke' ? (await readSigners(ctx, vault)).named : [];
  return { vault, tokens, read, named, now: ctx.clock.now() };
}

/** A call of an address without code succeeds and does nothing: worse than a refusal. */
async function requireContract(client: PublicClient, { chain }: Vault): Promise<void> {
  if ((await readCodeKind(client, drawbridgeAddress)) === 'contract') return;
  const detail = `The payout contract is not on ${chainOf(chain).name}: tell your portal’s operator.`;
  throw new Refusal('call_would_fail', { detail });
}

async function tryCall(client: PublicClient, { sender, call }: Plan) {
  const [tried, prices, coins] = await Promise.all([
    rehearse(client, sender, call, usualGas),
    readGasPrices(client),
    client.getBalance({ address: hex(sender) }),
  ]);
  return tried.ok ? { ok: true as const, cost: networkFeeOf(tried.gas, prices), coins } : tried;
}

async function note(ctx: Context, vault: Vault, body: CallBody, { changes, sender, title }: Plan): Promise<void> {
  const sides = (side: 'before' | 'after') => Object.fromEntries(changes.map((change) => [change.name, change[side]]));
  await ctx.db.transaction((tx) =>
    audit(tx, ctx, {
      ...{ merchantId: vault.merchantId, action: `vault.${body.kind}_prepared`, subjectId: vault.id },
      ...{ before: sides('before'), after: sides('after'), detail: { title, sender }, now: ctx.clock.now() },
    }),
  );
}
