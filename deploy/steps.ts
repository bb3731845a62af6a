import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
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

/** The steps from the first operator of an empty installation to a webhook about a payout that is paid, on an anvil. */
export type Place = {
  portal: string;
  node: string;
  say(text: string): void;
  /** Opens a page as a browser does. */
  open(visitor: Visitor, path: string): Promise<void>;
  /** What is done between two looks at something that a worker does. */
  between(): Promise<unknown>;
};

const hex = z.templateLiteral(['0x', z.string()]);
const named = z.object({ id: z.string() });
const held = z.object({ key: z.string() });
const usdt = (whole: number) => BigInt(whole) * 1_000_000n;
/** A busy machine takes its time; what never comes ends the walk. */
const patienceMs = 180_000;

const chainAt = (node: string) => createTestClient({ mode: 'anvil', transport: http(node) }).extend(publicActions);

async function until(place: Place, what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come to this: ${what}.`);
    await place.between();
  }
}

/** A wallet with a key of its own, and something to pay the network with. */
export async function newWallet({ node, between }: Pick<Place, 'node' | 'between'>) {
  const key = generatePrivateKey();
  const account = privateKeyToAccount(key);
  const chain = chainAt(node);
  await chain.setBalance({ address: account.address, value: parseEther('10') });
  const wallet = createWalletClient({ account, transport: http(node) });
  const send = async (to: Address, data: Hex) => {
    const hash = await wallet.sendTransaction({ chain: null, to, data });
    const arrived = chain.waitForTransactionReceipt({ hash, timeout: patienceMs });
    const [{ status }] = await Promise.all([arrived, between()]);
    if (status !== 'success') throw new Error(`The network refused ${hash}.`);
  };
  return { key, address: account.address, send, sign: (message: string) => account.signMessage({ message }) };
}
export type Wallet = Awaited<ReturnType<typeof newWallet>>;

/** The set-up link makes this wallet the first operator, who makes a key for a program. */
export async function becomeOperator(place: Place, link: string, wallet: Wallet): Promise<string> {
  const visitor = new Visitor(place.portal, { home: new URL(link).origin });
  await place.open(visitor, new URL(link).pathname);
  const token = link.slice(link.lastIndexOf('/') + 1);
  const offered = z.object({ message: z.string() });
  const asked = { address: wallet.address, chain_id: await chainAt(place.node).getChainId() };
  const { message } = offered.parse(await visitor.post('/api/sign-in/wallet-message', asked));
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await visitor.get('/api/auth/csrf'));
  const proof = { csrfToken, message, signature: await wallet.sign(message), operator_link: token };
  await visitor.post('/api/auth/callback/wallet', proof);
  place.say('The set-up link made a wallet the first operator.');
  const again = offered.parse(await visitor.post('/api/operator/confirm/wallet-message', asked));
  const confirmed = { message: again.message, signature: await wallet.sign(again.message) };
  await visitor.post('/api/operator/confirm/wallet', confirmed);
  const scopes = ['merchants:read', 'merchants:write'];
  const made = await visitor.post('/api/operator/keys', { name: 'Walk', scopes });
  place.say('The operator confirmed and made a key for a program.');
  return held.parse(made).key;
}

/** Money by hand, since this network has none. */
export async function mintTo({ node }: Place, deployer: Wallet, vault: Address): Promise<void> {
  const file = readFileSync(new URL('../contracts/deployments/bytecode.json', import.meta.url), 'utf8');
  const { testUsdt } = z.object({ testUsdt: z.object({ bytecode: hex, salt: hex }) }).parse(JSON.parse(file));
  if (!(await chainAt(node).getCode({ address: testUsdtAddress }))) {
    await deployer.send(create2ProxyAddress, concatHex([testUsdt.salt, testUsdt.bytecode]));
  }
  const args = [vault, usdt(5_000)] as const;
  await deployer.send(testUsdtAddress, encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args }));
}

/** A platform registers the merchant and gets a key for the merchant's own program. */
export async function registerMerchant(place: Place, operatorKey: string) {
  const platform = new Visitor(place.portal, { key: operatorKey });
  const name = { name: 'Corner Shop', mode: 'test', reference: `walk-${Date.now()}` };
  const { id } = named.parse(await platform.post('/api/v1/operator/merchants', name));
  const key = { name: 'Shop', scopes: ['payouts:read', 'payouts:write', 'webhooks:read', 'webhooks:write'] };
  const made = held.parse(await platform.post(`/api/v1/operator/merchants/${id}/api-keys`, key));
  place.say('A platform registered a merchant and made a key for it.');
  return { id, platform, key: made.key };
}
export type Merchant = Awaited<ReturnType<typeof registerMerchant>>;

/** The platform places the vault; its wallet grants the allowance and names the signer. */
export async function placeVault(place: Place, { id, platform }: Merchant, vault: Wallet): Promise<void> {
  const wanted = { chain: 'local', address: vault.address, assets: ['USDT'] };
  const placed = z
    .object({ signer: hex, contract: hex })
    .parse(await platform.post(`/api/v1/operator/merchants/${id}/vaults`, wanted));
  place.say('The platform placed its vault.');
  const allowance = [placed.contract, usdt(5_000)] as const;
  await vault.send(testUsdtAddress, encodeFunctionData({ abi: testUsdtAbi, functionName: 'approve', args: allowance }));
  const terms = [placed.signer, testUsdtAddress, usdt(1_000), usdt(1), 4_294_967_295] as const;
  await vault.send(placed.contract, encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args: terms }));
  place.say('The vault granted an allowance and named the signer.');
}

/** The payout by curl, as the docs show it; the recipient sends the claim, and the worker sees it. */
export async function payAndClaim(place: Place, { key }: Merchant, customer: Wallet): Promise<string> {
  const file = new URL('../examples/api/create-payout.sh', import.meta.url).pathname;
  const settings = { DRAWBRIDGE_URL: place.portal, DRAWBRIDGE_API_KEY: key, ORDER: `walk-${Date.now()}` };
  const { stdout } = await promisify(execFile)('sh', [file], { env: { ...process.env, ...settings } });
  const { id, claim_url } = z.object({ id: z.string(), claim_url: z.url() }).parse(JSON.parse(stdout));
  place.say('curl made a payout.');
  const recipient = new Visitor(place.portal);
  await place.open(recipient, new URL(claim_url).pathname);
  const token = claim_url.slice(claim_url.lastIndexOf('/') + 1);
  const call = await recipient.post(`/api/v1/claims/${token}`, { address: customer.address });
  const { transfer } = z.object({ transfer: z.object({ to: hex, data: hex }) }).parse(call);
  await customer.send(transfer.to, transfer.data);
  place.say('The recipient sent the claim.');
  const shop = new Visitor(place.portal, { key });
  const status = async () => z.object({ status: z.string() }).parse(await shop.get(`/api/v1/payouts/${id}`)).status;
  await until(place, 'the payout is completed', async () => (await status()) === 'completed');
  const args = [customer.address] as const;
  const balance = { address: testUsdtAddress, abi: testUsdtAbi, functionName: 'balanceOf', args } as const;
  const got = await chainAt(place.node).readContract(balance);
  if (got !== usdt(25)) throw new Error(`It is completed, and ${got} arrived.`);
  place.say('The worker saw it on the network: completed, and 25 USDT arrived.');
  return id;
}

/** The merchant's own server, which believes what its secret proves and nothing else. */
export async function startShop(host = '127.0.0.1') {
  let secret = '';
  const heard: { type: string; data: { id: string } }[] = [];
  const server = createServer(async (request, response) => {
    const event = new Webhook(secret).verify(await text(request), Object(request.headers));
    heard.push(z.object({ type: z.string(), data: named }).parse(event));
    response.writeHead(204).end();
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    host: `${host}:${port}`,
    /** Asks to be told, and keeps the secret. */
    subscribe: async (place: Place, { key }: Merchant) => {
      const wanted = { url: `http://${host}:${port}/`, events: ['payout.completed'] };
      const made = await new Visitor(place.portal, { key }).post('/api/v1/webhook-endpoints', wanted);
      secret = z.object({ secret: z.string() }).parse(made).secret;
      place.say('The merchant added a webhook endpoint.');
    },
    hears: async (place: Place, payoutId: string) => {
      const isHeard = () => heard.some(({ type, data }) => type === 'payout.completed' && data.id === payoutId);
      await until(place, 'the webhook is heard', isHeard);
      place.say('The merchant’s server heard of it, with a signature that its secret proves.');
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
