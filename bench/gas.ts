// Gas of claims and bulk payments against bare transfers, from the receipts of a local chain started for this run.
// Alone: node scripts/run.js bench/gas.ts
import { pathToFileURL } from 'node:url';
import { type Address, encodeFunctionData, erc20Abi, maxUint256, parseAbi } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import {
  amount,
  claimBatchCall,
  claimByKeyCall,
  claimCall,
  collector,
  count,
  disperseCall,
  fee,
  firstId,
  type Holding,
  itemsFor,
  laterId,
  namespace,
  pushCall,
  recipient,
  relayer,
  type Setup,
  signer,
  vault,
} from './gas-calls';
import { committedBytecodes, compileYardsticks, startGasChain } from './gas-chain';

const mintAbi = parseAbi(['function mint(address to, uint256 value)']);
const bareAbi = parseAbi([
  'function one(address token, address from, address to, uint256 amount)',
  'function two(address token, address from, address to, uint256 amount, address collector, uint256 fee)',
  'function many(address token, address from, uint256[] items)',
]);
/** Vault, collector and the "holds" recipients own the token; one id is paid, so that its word is warm. */
async function prepareToken(setup: Setup, token: Address): Promise<void> {
  const { send } = setup.chain;
  const mint = (to: Address, value: bigint) =>
    send(relayer, token, encodeFunctionData({ abi: mintAbi, functionName: 'mint', args: [to, value] }));
  const owners = [collector, ...Array.from({ length: count }, (_, index) => recipient('holds', index))];
  await mint(vault.address, 10n ** 15n);
  for (const owner of owners) await mint(owner, 1n);
  const spenders: Address[] = [drawbridgeAddress, setup.bare];
  for (const spender of spenders) {
    const args = [spender, maxUint256] as const;
    await send(vault.address, token, encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args }));
  }
  const args = [signer.address, token, 10n ** 14n, fee, 4_000_000_000] as const;
  await send(
    vault.address,
    drawbridgeAddress,
    encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args }),
  );
}

/** As merchants are advised to have it: the token counts it down at each transfer. */
async function withFiniteAllowance(setup: Setup, token: Address, measure: () => Promise<number>): Promise<number> {
  const { client, send } = setup.chain;
  const id = await client.snapshot();
  for (const allowance of [0n, 10n ** 14n]) {
    const args = [drawbridgeAddress, allowance] as const;
    await send(vault.address, token, encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args }));
  }
  const gas = await measure();
  await client.revert({ id });
  return gas;
}

async function measureClaims(setup: Setup, token: Address, holding: Holding): Promise<Record<string, number>> {
  const { measure } = setup.chain;
  const to = recipient(holding, 0);
  const bare = (data: `0x${string}`) => measure(relayer, setup.bare, data);
  const claim = async (id: bigint) => measure(relayer, drawbridgeAddress, await claimCall(setup, token, to, id));
  const transfer = (target: Address, value: bigint) =>
    measure(
      vault.address,
      token,
      encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [target, value] }),
    );
  const parties = [token, vault.address, to, amount - fee] as const;
  const two = encodeFunctionData({ abi: bareAbi, functionName: 'two', args: [...parties, collector, fee] });
  return {
    'two bare transfers (two transactions)': (await transfer(to, amount - fee)) + (await transfer(collector, fee)),
    'two transferFrom in one call (floor)': await bare(two),
    'claim, later id': await claim(laterId),
    'claim, later id, finite allowance': await withFiniteAllowance(setup, token, () => claim(laterId)),
    'claim, first id of its word': await claim(firstId),
    'claimByKey, later id': await measure(relayer, drawbridgeAddress, await claimByKeyCall(setup, token, to)),
  };
}

async function measureBulk(setup: Setup, token: Address, holding: Holding): Promise<Record<string, number>> {
  const { measure } = setup.chain;
  const items = itemsFor(holding);
  const many = encodeFunctionData({ abi: bareAbi, functionName: 'many', args: [token, vault.address, items] });
  const each = (gas: number, size = count) => Math.round(gas / size);
  const batchOf = async (size: number) =>
    each(await measure(relayer, drawbridgeAddress, await claimBatchCall(setup, token, holding, size)), size);
  return {
    'loop of transferFrom, each (floor)': each(await measure(relayer, setup.bare, many)),
    'disperse, each': each(await measure(vault.address, drawbridgeAddress, disperseCall(setup, token, items))),
    'push, each': each(await measure(relayer, drawbridgeAddress, await pushCall(setup, token, items))),
    'claimBatch of 10, each': await batchOf(10),
    'claimBatch of 25, each': await batchOf(25),
    'claimBatch, each': await batchOf(count),
  };
}

const columns = ['plainNew', 'plainHolds', 'usdtNew', 'usdtHolds', 'usdcNew', 'usdcHolds'] as const;
type Column = (typeof columns)[number];
export type GasRow = {
  operation: string;
  gas: Record<Column, number>;
};
export type GasTarget = { what: string; measured: number; target: number; met: boolean };

async function measureColumn(setup: Setup, token: Address, holding: Holding): Promise<Record<string, number>> {
  return { ...(await measureClaims(setup, token, holding)), ...(await measureBulk(setup, token, holding)) };
}

function targetsOf(rows: GasRow[]): GasTarget[] {
  const gasOf = (operation: string) => {
    const row = rows.find((candidate) => candidate.operation === operation);
    if (!row) throw new Error(`nothing measured for "${operation}"`);
    return row.gas;
  };
  const claim = gasOf('claim, later id');
  const wanted: [string, number, number][] = [
    ['claim, plain token, recipient holds it', claim.plainHolds, 69_400],
    ['claim, test USDT, recipient holds it', claim.usdtHolds, 82_500],
    ['claimBatch of 25, each, test USDT, holds it', gasOf('claimBatch of 25, each').usdtHolds, 30_000],
    ['claimByKey, plain token, recipient holds it', gasOf('claimByKey, later id').plainHolds, 75_700],
    ['claimBatch of 100, each, recipients hold it', gasOf('claimBatch, each').plainHolds, 26_700],
    ['disperse to 100, each, recipients hold it', gasOf('disperse, each').plainHolds, 9_914],
    ['disperse to 100, each, new recipients', gasOf('disperse, each').plainNew, 27_100],
    ['push to 100, each, recipients hold it', gasOf('push, each').plainHolds, 10_261],
  ];
  return wanted.map(([what, measured, target]) => ({ what, measured, target, met: measured <= target }));
}

export async function benchGas(): Promise<{ rows: GasRow[]; targets: GasTarget[] }> {
  const yardsticks = compileYardsticks();
  const chain = await startGasChain();
  try {
    for (const bytecode of committedBytecodes()) await chain.deploy(relayer, bytecode);
    const plain = await chain.deploy(relayer, yardsticks.plainToken);
    const bare = await chain.deploy(relayer, yardsticks.bare);
    const { timestamp } = await chain.client.getBlock();
    const setup = { chain, bare, chainId: await chain.client.getChainId(), deadline: timestamp + 86_400n };
    await prepareToken(setup, plain);
    const fiatLike = await chain.deploy(relayer, yardsticks.fiatLike);
    await prepareToken(setup, testUsdtAddress);
    await prepareToken(setup, fiatLike);
    await chain.send(relayer, drawbridgeAddress, await claimCall(setup, plain, recipient('holds', 0), namespace));
    const measured = {
      plainNew: await measureColumn(setup, plain, 'new'),
      plainHolds: await measureColumn(setup, plain, 'holds'),
      usdtNew: await measureColumn(setup, testUsdtAddress, 'new'),
      usdtHolds: await measureColumn(setup, testUsdtAddress, 'holds'),
      usdcNew: await measureColumn(setup, fiatLike, 'new'),
      usdcHolds: await measureColumn(setup, fiatLike, 'holds'),
    };
    const rows = Object.keys(measured.plainNew).map((operation) => {
      const of = (column: Column) => measured[column][operation] ?? Number.NaN;
      const gas = {
        ...{ plainNew: of('plainNew'), plainHolds: of('plainHolds'), usdtNew: of('usdtNew') },
        ...{ usdtHolds: of('usdtHolds'), usdcNew: of('usdcNew'), usdcHolds: of('usdcHolds') },
      };
      return { operation, gas };
    });
    return { rows, targets: targetsOf(rows) };
  } finally {
    await chain.stop();
  }
}

export function printGas({ rows, targets }: Awaited<ReturnType<typeof benchGas>>): void {
  const cell = (value: string | number) => value.toLocaleString('en').padStart(14);
  const heads = ['plain new', 'plain holds', 'USDT new', 'USDT holds', 'USDC-like new', '… holds'];
  console.log(`${'gas'.padEnd(40)}${heads.map(cell).join('')}`);
  for (const { operation, gas } of rows) {
    console.log(operation.padEnd(40) + columns.map((column) => cell(gas[column])).join(''));
  }
  console.log();
  for (const { what, measured, target, met } of targets) {
    console.log(`${what.padEnd(44)}${cell(measured)} of at most${cell(target)}  ${met ? 'met' : 'MISSED'}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printGas(await benchGas());
