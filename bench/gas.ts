// Gas of claims and bulk payments against bare transfers, from the receipts of a local chain started for this run.
// Alone: node scripts/run.js bench/gas.ts
import { pathToFileURL } from 'node:url';
import {
  type Address,
  encodeFunctionData,
  encodePacked,
  erc20Abi,
  type Hex,
  keccak256,
  maxUint256,
  parseAbi,
} from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { domainOf, payoutTypes } from '@/lib/rails/contract/voucher';
import { committedBytecodes, compileYardsticks, type GasChain, startGasChain } from './gas-chain';

const account = (addressIndex: number) =>
  mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex });
const vault = account(1);
const signer = account(2);
const collector = account(5).address;
const relayer = account(6).address;

const amount = 25_000_000n;
const fee = 100_000n;
const count = 100;
/** What a relayer hands each claim of a batch. */
const gasEach = 150_000n;
/** As the portal issues ids: 64 random bits above a sequence. */
const namespace = 0xa1b2c3d4e5f60718n << 64n;
/** "later": another id of the same word of 256 was used before, as for 255 claims of 256. */
const laterId = namespace + 7n;
const firstId = namespace + 256n;

const mintAbi = parseAbi(['function mint(address to, uint256 value)']);
const bareAbi = parseAbi([
  'function one(address token, address from, address to, uint256 amount)',
  'function two(address token, address from, address to, uint256 amount, address collector, uint256 fee)',
  'function many(address token, address from, uint256[] items)',
]);
const types = {
  ...payoutTypes,
  Order: [
    { name: 'vault', type: 'address' },
    { name: 'token', type: 'address' },
    { name: 'fee', type: 'uint256' },
    { name: 'feeCollector', type: 'address' },
    { name: 'firstId', type: 'uint256' },
    { name: 'minimum', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
    { name: 'items', type: 'uint256[]' },
  ],
} as const;

type Holding = 'new' | 'holds';
type Setup = { chain: GasChain; bare: Address; chainId: number; deadline: bigint };

/** A made-up address without a regular pattern, since zero bytes are cheaper to send. */
function recipient(holding: Holding, index: number): Address {
  return `0x${keccak256(encodePacked(['string', 'uint256'], [holding, BigInt(index)])).slice(-40)}`;
}

function itemsFor(holding: Holding): bigint[] {
  return Array.from({ length: count }, (_, index) => (BigInt(recipient(holding, index)) << 96n) | amount);
}

async function claimCall(setup: Setup, token: Address, to: Address, payoutId: bigint): Promise<Hex> {
  const payout = { vault: vault.address, token, recipient: to, amount, fee, feeCollector: collector, payoutId };
  const message = { ...payout, deadline: setup.deadline };
  const signature = await signer.signTypedData({
    domain: domainOf(setup.chainId),
    types,
    primaryType: 'Payout',
    message,
  });
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claim', args: [message, signature] });
}

function orderOf(setup: Setup, token: Address) {
  const order = { vault: vault.address, token, fee, feeCollector: collector, firstId: laterId, minimum: 0n };
  return { ...order, deadline: setup.deadline };
}

async function pushCall(setup: Setup, token: Address, items: bigint[]): Promise<Hex> {
  const order = orderOf(setup, token);
  const message = { ...order, items };
  const signature = await signer.signTypedData({
    domain: domainOf(setup.chainId),
    types,
    primaryType: 'Order',
    message,
  });
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'push', args: [order, items, signature] });
}

function disperseCall(setup: Setup, token: Address, items: bigint[]): Hex {
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'disperse', args: [orderOf(setup, token), items] });
}

async function claimBatchCall(setup: Setup, token: Address, holding: Holding): Promise<Hex> {
  const payouts = [];
  const signatures: Hex[] = [];
  for (let index = 0; index < count; index++) {
    const base = { vault: vault.address, token, recipient: recipient(holding, index), amount, fee };
    const message = { ...base, feeCollector: collector, payoutId: laterId + BigInt(index), deadline: setup.deadline };
    payouts.push(message);
    signatures.push(
      await signer.signTypedData({ domain: domainOf(setup.chainId), types, primaryType: 'Payout', message }),
    );
  }
  return encodeFunctionData({ abi: drawbridgeAbi, functionName: 'claimBatch', args: [payouts, signatures, gasEach] });
}

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

async function measureClaims(setup: Setup, token: Address, holding: Holding): Promise<Record<string, number>> {
  const { measure } = setup.chain;
  const to = recipient(holding, 0);
  const bare = (data: Hex) => measure(relayer, setup.bare, data);
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
    'claim, first id of its word': await claim(firstId),
  };
}

async function measureBulk(setup: Setup, token: Address, holding: Holding): Promise<Record<string, number>> {
  const { measure } = setup.chain;
  const items = itemsFor(holding);
  const many = encodeFunctionData({ abi: bareAbi, functionName: 'many', args: [token, vault.address, items] });
  const each = (gas: number) => Math.round(gas / count);
  return {
    'loop of transferFrom, each (floor)': each(await measure(relayer, setup.bare, many)),
    'disperse, each': each(await measure(vault.address, drawbridgeAddress, disperseCall(setup, token, items))),
    'push, each': each(await measure(relayer, drawbridgeAddress, await pushCall(setup, token, items))),
    'claimBatch, each': each(await measure(relayer, drawbridgeAddress, await claimBatchCall(setup, token, holding))),
  };
}

export type GasRow = {
  operation: string;
  gas: { plainNew: number; plainHolds: number; usdtNew: number; usdtHolds: number };
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
    ['claim, plain token, recipient holds it', claim.plainHolds, 69_300],
    ['claim, test USDT, recipient holds it', claim.usdtHolds, 82_500],
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
    await prepareToken(setup, testUsdtAddress);
    await chain.send(relayer, drawbridgeAddress, await claimCall(setup, plain, recipient('holds', 0), namespace));
    const plainNew = await measureColumn(setup, plain, 'new');
    const plainHolds = await measureColumn(setup, plain, 'holds');
    const usdtNew = await measureColumn(setup, testUsdtAddress, 'new');
    const usdtHolds = await measureColumn(setup, testUsdtAddress, 'holds');
    const rows = Object.keys(plainNew).map((operation) => {
      const of = (column: Record<string, number>) => column[operation] ?? Number.NaN;
      const gas = {
        plainNew: of(plainNew),
        plainHolds: of(plainHolds),
        usdtNew: of(usdtNew),
        usdtHolds: of(usdtHolds),
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
  console.log(`${'gas'.padEnd(40)}${['plain new', 'plain holds', 'USDT new', 'USDT holds'].map(cell).join('')}`);
  for (const { operation, gas } of rows) {
    console.log(operation.padEnd(40) + [gas.plainNew, gas.plainHolds, gas.usdtNew, gas.usdtHolds].map(cell).join(''));
  }
  console.log();
  for (const { what, measured, target, met } of targets) {
    console.log(`${what.padEnd(44)}${cell(measured)} of at most${cell(target)}  ${met ? 'met' : 'MISSED'}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printGas(await benchGas());
