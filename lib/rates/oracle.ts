import { type PublicClient, parseAbi } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { configuredChains } from '@/lib/chains/served';
import { reading } from '@/lib/evm/rpc';
import { type Aggregator, aggregators } from './aggregators';
import { closedBetween } from './currencies';
import { type Answered, type Feed, join, readingOf, troubled, wordsOf } from './feed';
import { ratio } from './ratio';

const abi = parseAbi([
  'function description() view returns (string)',
  'function decimals() view returns (uint8)',
  'function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)',
]);
const decimals = 8;
/** The layer below may be late with what the sequencer took while it came up again, in seconds. */
const sequencerRestSeconds = 3_600;

type Told = { answer: bigint; startedAt: Date; observedAt: Date };

/** Prices that Chainlink keeps on chains: of each currency, that of the first of our chains that has it. */
export function oracleFeed(known = aggregators, chains: readonly ChainKey[] = configuredChains()): Feed {
  /** Contracts that said themselves that they are what we take them for. */
  const checked = new Set<string>();
  return {
    key: 'chainlink',
    everySeconds: 10,
    async read(currencies, now) {
      const wanted = currencies.flatMap((currency) => {
        const chain = chains.find((key) => known[key]?.prices[currency]);
        const aggregator = chain && known[chain]?.prices[currency];
        return chain && aggregator ? [{ chain, currency, aggregator }] : [];
      });
      const byChain = Map.groupBy(wanted, ({ chain }) => chain);
      const answers = [...byChain].map(async ([chain, asked]) => {
        try {
          const sequencer = known[chain]?.sequencer;
          return await reading(chain, async (client) => {
            const trouble = sequencer && (await troubleOfSequencer(client, sequencer, now));
            if (trouble) return troubled(chain, trouble);
            return join(await Promise.all(asked.map((one) => readOne(client, one, now, checked))));
          });
        } catch (error) {
          return troubled(chain, wordsOf(error));
        }
      });
      return join(await Promise.all(answers));
    },
  };
}

type Asked = { chain: ChainKey; currency: string; aggregator: Aggregator };

async function readOne(
  client: PublicClient,
  { chain, currency, aggregator }: Asked,
  now: Date,
  checked: Set<string>,
): Promise<Answered> {
  const { address, heartbeatSeconds } = aggregator;
  try {
    const key = `${chain} ${address}`;
    if (!checked.has(key)) {
      const trouble = await troubleOfContract(client, address, currency);
      if (trouble) return troubled(currency, trouble);
      checked.add(key);
    }
    const { answer, observedAt } = await readLatest(client, address);
    if (answer <= 0n) return troubled(currency, 'its price is not above 0');
    const closedSeconds = closedBetween(currency, observedAt, now) / 1000;
    const told = { price: ratio(answer, 10n ** BigInt(decimals)), observedAt };
    const maxAgeSeconds = heartbeatSeconds * 1.2 + closedSeconds;
    return readingOf({ feed: 'chainlink', currency, against: 'USD' }, { ...told, maxAgeSeconds }, now);
  } catch (error) {
    return troubled(currency, wordsOf(error));
  }
}

/** An address is trusted only after the contract there has said what it is. */
async function troubleOfContract(
  client: PublicClient,
  address: `0x${string}`,
  currency: string,
): Promise<string | null> {
  const [description, places] = await Promise.all([
    client.readContract({ address, abi, functionName: 'description' }),
    client.readContract({ address, abi, functionName: 'decimals' }),
  ]);
  if (description !== `${currency} / USD`)
    return `${address} says that it is ${JSON.stringify(description.slice(0, 40))}`;
  return places === decimals ? null : `${address} has ${places} decimals`;
}

async function troubleOfSequencer(client: PublicClient, address: `0x${string}`, now: Date): Promise<string | null> {
  const { answer, startedAt } = await readLatest(client, address);
  if (answer !== 0n) return 'the sequencer is down';
  const restedSeconds = (now.getTime() - startedAt.getTime()) / 1000;
  return restedSeconds < sequencerRestSeconds ? 'the sequencer came up less than an hour ago' : null;
}

async function readLatest(client: PublicClient, address: `0x${string}`): Promise<Told> {
  const [, answer, started, updated] = await client.readContract({ address, abi, functionName: 'latestRoundData' });
  const time = (seconds: bigint) => new Date(Number(seconds < 9_999_999_999n ? seconds : 0n) * 1000);
  return { answer, startedAt: time(started), observedAt: time(updated) };
}
