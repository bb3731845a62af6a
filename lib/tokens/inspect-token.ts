import { BaseError, erc20Abi, type PublicClient } from 'viem';
import type { ChainKey, TokenFinding } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { headBlock } from '@/lib/evm/blocks';
import { readCodeKind } from '@/lib/evm/code';
import { isSilence } from '@/lib/evm/nodes/silence';
import { reading } from '@/lib/evm/rpc';
import { findHolder, readHolder } from './find-holder';
import { hasFunction, readTokenCode, type TokenCode } from './read-code';
import { refused, rehearse } from './rehearse';

/** What a token says of itself, and what was found of it. */
export type Inspected = { symbol: string; name: string; decimals: number; findings: TokenFinding[]; codeHash: string };

/** No token in use has more. The most that is booked at once, 10^60 base units, is then 10^36 coins, far within the books' 78 digits. */
const maxDecimals = 24;

/** Functions by which a token gives itself away; each list is of tokens that are in use. */
const traits = {
  pausable: ['paused()', 'pause()', 'unpause()', 'setPaused(bool)', 'stopped()'],
  blocklist: [
    ...['isBlackListed(address)', 'isBlacklisted(address)', 'blacklist(address)', 'isBlocked(address)'],
    ...['isFrozen(address)', 'freeze(address)', 'blocked(address)', 'isSanctioned(address)'],
  ],
  fee_possible: [
    ...['basisPointsRate()', 'setParams(uint256,uint256)', 'setFee(uint256)', 'setTaxes(uint256,uint256)'],
    ...['_taxFee()', 'taxFee()', 'buyTax()', 'sellTax()', 'isExcludedFromFee(address)', 'transferFeeRate()'],
  ],
} as const;

/** Functions of tokens whose balances change without a transfer. */
const rebasing = [
  ...[
    'rebase(uint256,int256)',
    'rebase(int256)',
    'rebase(uint256)',
    'getPooledEthByShares(uint256)',
    'sharesOf(address)',
  ],
  ...['scaledBalanceOf(address)', 'rebasingCreditsPerToken()', 'creditsBalanceOf(address)', 'scaledTotalSupply()'],
  ...['rebasingCreditsPerTokenHighres()', 'gonsForBalance(uint256)', 'multiplierDelta()', 'rebaseIndex()'],
];

/**
 * Reads what a token says of itself, looks through its code, and rehearses a transfer from a holder. Refuses: token_refused, of
 * what must not be paid out; chain_unavailable.
 */
export function inspectToken(chain: ChainKey, address: string, holder: string | null): Promise<Inspected> {
  return reading(chain, async (client) => {
    if ((await readCodeKind(client, address)) !== 'contract') throw refused('There is no contract at this address.');
    const said = await readSaid(client, address);
    const code = await readTokenCode(client, address);
    if (hasFunction(code, rebasing)) {
      throw refused('Balances of this token change without a transfer (it rebases), so that no books can follow it.');
    }
    const { number } = await headBlock(client);
    const found = holder ? await readHolder(client, address, holder) : await findHolder(client, address, number);
    if (!found || found.balance === 0n)
      throw refused('No holder was found to rehearse a transfer with: name one in `holder`.');
    await rehearse(client, address, found).catch(refuseFailed);
    return { ...said, findings: findingsOf(code), codeHash: code.hash };
  });
}

async function readSaid(client: PublicClient, address: string) {
  const token = { address: hex(address), abi: erc20Abi } as const;
  const [symbol, name, decimals] = await Promise.all([
    client.readContract({ ...token, functionName: 'symbol' }),
    client.readContract({ ...token, functionName: 'name' }),
    client.readContract({ ...token, functionName: 'decimals' }),
  ]).catch((error: unknown) => {
    if (isSilence(error) || !(error instanceof BaseError)) throw error;
    throw refused('The contract does not say its symbol, name and decimals, as a token does.');
  });
  if (decimals > maxDecimals) throw refused(`A token of ${decimals} decimals is more than the books can hold.`);
  return { symbol, name, decimals };
}

/** A node that is away says nothing of the token; an error that it answers is about this call. */
function refuseFailed(error: unknown): never {
  if (isSilence(error) || !(error instanceof BaseError)) throw error;
  throw refused(
    'The node could not rehearse a transfer: the token failed, or the node takes no state overrides in eth_call.',
  );
}

function findingsOf(code: TokenCode): TokenFinding[] {
  const found = (['pausable', 'blocklist', 'fee_possible'] as const).filter((trait) =>
    hasFunction(code, traits[trait]),
  );
  return [...(code.isProxy ? (['proxy'] as const) : []), ...found];
}
