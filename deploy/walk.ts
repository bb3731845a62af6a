import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  type Address,
  concatHex,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  parseEther,
  publicActions,
} from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { z } from 'zod';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { create2ProxyAddress, testUsdtAddress } from '@/lib/chains/addresses-without-salt';
import { Visitor } from './visitor';

// Walks from the first operator of an empty installation to a payout that is paid, on an anvil. All keys are made here and kept nowhere.
//   npm run walk -- --portal http://localhost:3000 --node http://127.0.0.1:8545 --inside 'docker compose exec -T -e DEPLOYER_KEY portal'
const { values } = parseArgs({
  options: {
    portal: { type: 'string' },
    node: { type: 'string' },
    inside: { type: 'string' },
    link: { type: 'string' },
  },
});
const { portal = 'http://localhost:3000', node = 'http://127.0.0.1:8545', inside = 'env' } = values;
const hex = z.templateLiteral(['0x', z.string()]);
const usdt = (whole: number) => BigInt(whole) * 1_000_000n;

const chain = createTestClient({ mode: 'anvil', transport: http(node) }).extend(publicActions);
const begun = Date.now();
const say = (text: string) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

/** Runs a script of the project where the portal is. */
function run(script: string, args: readonly string[] = [], more: Record<string, string> = {}): string {
  const [program = 'env', ...before] = inside.split(' ');
  const command = [...before, 'node', 'scripts/run.js', `scripts/${script}.ts`, ...args];
  return execFileSync(program, command, { encoding: 'utf8', env: { ...process.env, ...more } });
}

async function newWallet() {
  const key = generatePrivateKey();
  const account = privateKeyToAccount(key);
  await chain.setBalance({ address: account.address, value: parseEther('10') });
  const wallet = createWalletClient({ account, transport: http(node) });
  const send = async (to: Address, data: Hex) => {
    const hash = await wallet.sendTransaction({ chain: null, to, data });
    const { status } = await chain.waitForTransactionReceipt({ hash });
    if (status !== 'success') throw new Error(`The network refused ${hash}.`);
  };
  return { key, address: account.address, send, sign: (message: string) => account.signMessage({ message }) };
}
type Wallet = Awaited<ReturnType<typeof newWallet>>;

/** The set-up link makes this wallet the first operator, who makes a key for a program. */
async function becomeOperator(wallet: Wallet): Promise<string> {
  const link = values.link ?? /\S+\/operator\/set-up\/\S+/.exec(run('operator-invite'))?.[0] ?? '';
  const visitor = new Visitor(portal);
  await visitor.page(new URL(link).pathname);
  const token = link.slice(link.lastIndexOf('/') + 1);
  const offered = z.object({ message: z.string() });
  const asked = { address: wallet.address, chain_id: await chain.getChainId() };
  const { message } = offered.parse(await visitor.post('/api/sign-in/wallet-message', asked));
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await visitor.get('/api/auth/csrf'));
  const proof = { csrfToken, message, signature: await wallet.sign(message), operator_link: token };
  await visitor.post('/api/auth/callback/wallet', proof);
  say('The set-up link made a wallet the first operator.');
  const again = offered.parse(await visitor.post('/api/operator/confirm/wallet-message', asked));
  const confirmed = { message: again.message, signature: await wallet.sign(again.message) };
  await visitor.post('/api/operator/confirm/wallet', confirmed);
  const scopes = ['merchants:read', 'merchants:write'];
  const made = await visitor.post('/api/operator/keys', { name: 'Walk', scopes });
  say('The operator confirmed and made a key for a program.');
  return z.object({ key: z.string() }).parse(made).key;
}

/** The contract by the project's own script; money by hand, since this network has none. */
async function prepareNetwork(deployer: Wallet, vault: Address): Promise<void> {
  const told = run('deploy-contract', ['--chain', 'local'], { DEPLOYER_KEY: deployer.key });
  say(told.trim().split('\n').at(-1) ?? '');
  const file = readFileSync(new URL('../contracts/deployments/bytecode.json', import.meta.url), 'utf8');
  const { testUsdt } = z.object({ testUsdt: z.object({ bytecode: hex, salt: hex }) }).parse(JSON.parse(file));
  if (!(await chain.getCode({ address: testUsdtAddress }))) {
    await deployer.send(create2ProxyAddress, concatHex([testUsdt.salt, testUsdt.bytecode]));
  }
  const args = [vault, usdt(5_000)] as const;
  await deployer.send(testUsdtAddress, encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args }));
}

/** A platform registers the merchant; its wallet grants the allowance and names the signer. */
async function registerMerchant(operatorKey: string, vault: Wallet): Promise<string> {
  const platform = new Visitor(portal, operatorKey);
  const name = { name: 'Corner Shop', mode: 'test', reference: `walk-${Date.now()}` };
  const { id } = z.object({ id: z.string() }).parse(await platform.post('/api/v1/operator/merchants', name));
  const path = `/api/v1/operator/merchants/${id}`;
  const wanted = { chain: 'local', address: vault.address, assets: ['USDT'] };
  const placed = z.object({ signer: hex, contract: hex }).parse(await platform.post(`${path}/vaults`, wanted));
  say('A platform registered a merchant and placed its vault.');
  const allowance = [placed.contract, usdt(5_000)] as const;
  await vault.send(testUsdtAddress, encodeFunctionData({ abi: testUsdtAbi, functionName: 'approve', args: allowance }));
  const terms = [placed.signer, testUsdtAddress, usdt(1_000), usdt(1), 4_294_967_295] as const;
  await vault.send(placed.contract, encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args: terms }));
  say('The vault granted an allowance and named the signer.');
  const key = { name: 'Shop', scopes: ['payouts:read', 'payouts:write'] };
  return z.object({ key: z.string() }).parse(await platform.post(`${path}/api-keys`, key)).key;
}

/** The payout by curl, as the docs show it; the recipient sends the claim. */
async function payAndClaim(merchantKey: string, customer: Wallet): Promise<void> {
  const file = new URL('../examples/api/create-payout.sh', import.meta.url).pathname;
  const settings = { DRAWBRIDGE_URL: portal, DRAWBRIDGE_API_KEY: merchantKey, ORDER: `walk-${Date.now()}` };
  const made = execFileSync('sh', [file], { encoding: 'utf8', env: { ...process.env, ...settings } });
  const { id, claim_url } = z.object({ id: z.string(), claim_url: z.url() }).parse(JSON.parse(made));
  say('curl made a payout.');
  const recipient = new Visitor(portal);
  await recipient.page(new URL(claim_url).pathname);
  const token = claim_url.slice(claim_url.lastIndexOf('/') + 1);
  const call = await recipient.post(`/api/v1/claims/${token}`, { address: customer.address });
  const { transfer } = z.object({ transfer: z.object({ to: hex, data: hex }) }).parse(call);
  await customer.send(transfer.to, transfer.data);
  say('The recipient sent the claim.');
  const shop = new Visitor(portal, merchantKey);
  const statusOf = async () => z.object({ status: z.string() }).parse(await shop.get(`/api/v1/payouts/${id}`)).status;
  const until = Date.now() + 120_000;
  let status = await statusOf();
  for (; status !== 'completed' && Date.now() < until; status = await statusOf()) await pause(500);
  const args = [customer.address] as const;
  const got = await chain.readContract({ address: testUsdtAddress, abi: testUsdtAbi, functionName: 'balanceOf', args });
  if (status !== 'completed' || got !== usdt(25)) throw new Error(`It is ${status}, and ${got} arrived.`);
  say('The worker saw it on the network: completed, and 25 USDT arrived.');
}

const [operator, deployer, vault, customer] = [
  await newWallet(),
  await newWallet(),
  await newWallet(),
  await newWallet(),
];
const operatorKey = await becomeOperator(operator);
await prepareNetwork(deployer, vault.address);
const merchantKey = await registerMerchant(operatorKey, vault);
await payAndClaim(merchantKey, customer);
