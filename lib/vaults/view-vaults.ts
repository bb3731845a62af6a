import type { Obstacle } from '@/db/vocabulary/payouts';
import { type Context, requirePermission } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { viewChain } from '@/lib/chains/chain-view';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf, findToken } from '@/lib/chains/registry';
import { formatAmount } from '@/lib/kernel/money';
import { promisedOf } from '@/lib/ledger/balance';
import { maxFeeOf } from '@/lib/merchants/max-fee';
import { coverageOf, exposureOf, isExpired, rightSize, unlimitedFrom } from './coverage';
import { findSigners, type SignersReading } from './read-signers';
import { findReading, type TokenReading, type VaultReading } from './read-vault';
import type { VaultAsset, VaultList, VaultOnPage } from './schema';
import { selectObstacles, selectTermsOf, selectVaultsOf, type Terms, type Vault } from './store';
import { assetKey, readUsual } from './usual';

const suggestedDays = [1, 7, 30] as const;

/** Every vault with what it holds, what it lets the contract take, what is promised and how much our key could move. */
export async function viewVaults(ctx: Context): Promise<VaultList> {
  const { merchantId } = requirePermission(ctx, 'vaults:read');
  const [vaults, terms, usual, obstacles] = await Promise.all([
    selectVaultsOf(ctx.db, merchantId),
    selectTermsOf(ctx.db, merchantId),
    readUsual(ctx, merchantId),
    selectObstacles(ctx.db, merchantId),
  ]);
  const data = vaults.map((vault) => viewVault(ctx, vault, terms, { usual, obstacles }));
  return { data: await Promise.all(data) };
}

async function viewVault(
  ctx: Context,
  vault: Vault,
  terms: readonly Terms[],
  { usual, obstacles }: { usual: ReadonlyMap<string, bigint>; obstacles: ReadonlyMap<string, Obstacle> },
): Promise<VaultOnPage> {
  const { chain: key, address, signerAddress, merchantId } = vault;
  const chain = chainOf(key);
  const offered = terms.flatMap((one) => {
    const token = one.chain === key && findToken(key, one.symbol);
    return token ? [{ terms: one, token: token.address.toLowerCase(), decimals: token.decimals }] : [];
  });
  const tokens = offered.map(({ token }) => token);
  const [read, signers, ...committed] = await Promise.all([
    findReading(vault, tokens),
    findSigners(ctx, vault),
    ...offered.map(({ terms: { symbol } }) => promisedOf(ctx.db, merchantId, { chain: key, symbol })),
  ]);
  const { currency } = chain;
  return {
    id: vault.id,
    chain: viewChain(key),
    address: checksumAddress(address),
    signer: checksumAddress(signerAddress),
    contract: drawbridgeAddress,
    read: read && presentRead(read, ctx.clock.now(), currency.decimals),
    assets: offered.map((one, index) => {
      const { symbol } = one.terms;
      const facts = {
        ...{ committed: committed[index] ?? 0n, perDay: usual.get(assetKey(key, symbol)) ?? 0n },
        obstacle: obstacles.get(`${vault.id}:${symbol}`) ?? null,
      };
      return presentAsset({ ...one, ...facts }, read);
    }),
    signers: signers && presentSigners(vault, signers),
  };
}

function presentRead({ block, guardian, coins }: VaultReading, now: Date, decimals: number): VaultOnPage['read'] {
  return {
    block_number: block.number.toString(),
    block_time: block.time.toISOString(),
    at: now.toISOString(),
    guardian: guardian && checksumAddress(guardian),
    coins: formatAmount(coins, decimals),
  };
}

function presentSigners({ chain, signerAddress }: Vault, { complete, named }: SignersReading): VaultOnPage['signers'] {
  const { tokens } = chainOf(chain);
  return {
    complete,
    named: named.map(({ signer, token, terms, state }) => {
      const known = tokens.find(({ address }) => address.toLowerCase() === token);
      return {
        ...{ signer: checksumAddress(signer), ours: signer === signerAddress, token: checksumAddress(token), state },
        asset: known?.symbol ?? null,
        capacity: terms && formatAmount(terms.capacity, known?.decimals ?? 0),
        expires_at: terms && new Date(Number(terms.expiry) * 1000).toISOString(),
      };
    }),
  };
}

type AssetFacts = {
  terms: Terms;
  token: string;
  decimals: number;
  committed: bigint;
  perDay: bigint;
  obstacle: Obstacle | null;
};

function presentAsset({ terms, token, decimals, ...facts }: AssetFacts, read: VaultReading | null): VaultAsset {
  const { committed, perDay: usual, obstacle } = facts;
  const money = (units: bigint) => formatAmount(units, decimals);
  const found = read?.tokens.get(token);
  return {
    asset: terms.symbol,
    decimals,
    token: checksumAddress(token),
    fee: money(maxFeeOf(terms)),
    maximum: money(terms.maximum),
    committed: money(committed),
    usual_per_day: money(usual),
    suggestions: suggestedDays.map((days) => ({ days, allowance: money(rightSize(committed, usual, days)) })),
    obstacle,
    reading: read && found ? presentReading(found, read.block.time, committed, money) : null,
  };
}

function presentReading(
  found: TokenReading,
  blockTime: Date,
  committed: bigint,
  money: (units: bigint) => string,
): VaultAsset['reading'] {
  const { balance, allowance, signer } = found;
  const coverage = coverageOf(found, committed);
  return {
    balance: money(balance),
    allowance: money(allowance),
    unlimited: allowance >= unlimitedFrom,
    coverage: money(coverage),
    short: coverage < 0n,
    exposure: money(exposureOf(found, blockTime)),
    signer: signer && {
      capacity: money(signer.capacity),
      fee_ceiling: money(signer.feeCeiling),
      expires_at: new Date(Number(signer.expiry) * 1000).toISOString(),
      expired: isExpired(signer, blockTime),
      available: money(isExpired(signer, blockTime) ? 0n : signer.available),
    },
  };
}
