import { type Abi, encodeFunctionResult, type Hex, parseAbi, toFunctionSelector } from 'viem';

const abi = parseAbi([
  'function description() view returns (string)',
  'function decimals() view returns (uint8)',
  'function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)',
]);

export type Aggregated = { description: string; decimals: number; answer: bigint; startedAt: Date; updatedAt: Date };

const hexOf = (value: number, bytes: number) => value.toString(16).padStart(bytes * 2, '0');
const seconds = (time: Date) => BigInt(Math.floor(time.getTime() / 1000));

/** Bytecode of a contract that answers as one of Chainlink's does: each answer is written out word by word. */
export function aggregatorCode({ description, decimals, answer, startedAt, updatedAt }: Aggregated): Hex {
  const all: Abi = abi;
  const answers = [
    ['description()', encodeFunctionResult({ abi: all, functionName: 'description', result: description })],
    ['decimals()', encodeFunctionResult({ abi: all, functionName: 'decimals', result: decimals })],
    [
      'latestRoundData()',
      encodeFunctionResult({
        ...{ abi: all, functionName: 'latestRoundData' },
        result: [7n, answer, seconds(startedAt), seconds(updatedAt), 7n],
      }),
    ],
  ] as const;
  const bodies = answers.map(([name, data]) => ({
    selector: toFunctionSelector(`function ${name}`),
    body: bodyOf(data),
  }));
  // PUSH0 CALLDATALOAD PUSH1 e0 SHR; for each: DUP1 PUSH4 selector EQ PUSH2 place JUMPI; then PUSH0 PUSH0 REVERT.
  let place = 5 + bodies.length * 11 + 3;
  const jumps = bodies.map(({ selector, body }) => {
    const jump = `8063${selector.slice(2)}1461${hexOf(place, 2)}57`;
    place += body.length / 2;
    return jump;
  });
  return `0x5f3560e01c${jumps.join('')}5f5ffd${bodies.map(({ body }) => body).join('')}`;
}

/** JUMPDEST; each word: PUSH32 word PUSH2 offset MSTORE; then PUSH2 length PUSH0 RETURN. */
function bodyOf(data: Hex): string {
  const words = data.slice(2).match(/.{64}/g) ?? [];
  const stores = words.map((word, index) => `7f${word}61${hexOf(index * 32, 2)}52`);
  return `5b${stores.join('')}61${hexOf(words.length * 32, 2)}5ff3`;
}
