import { setTimeout as after } from 'node:timers/promises';
import {
  type Address,
  createPublicClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  isAddress,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import type { Manners } from './manners';
import { type Decimal, decimalText, floatText, unitsOf } from './python';

/** What the gateway pays with: the token behind each of its crypto names. */
export type Crypto = { name: string; displayName: string; token: Address; decimals: number };

export type TaskResult = { amount: string; dest: string; status: string; txids: string[] };
export type Task = { status: 'PENDING' | 'SUCCESS' | 'FAILURE'; result: TaskResult[] | string | null };
export type Order = { crypto: Crypto; destination: string; amount: Decimal };
/** One transfer that really left: what tests count. */
export type Sent = { crypto: string; destination: string; units: string; hash: string };

/** The sidecar: it takes an order, answers with a task, and its worker sends the tokens from the hot wallet. */
export class HotWallet {
  readonly tasks = new Map<string, Task>();
  readonly sent: Sent[] = [];
  readonly account;
  readonly client;
  readonly #wallet;
  readonly #manners: () => Manners;
  #orders = 0;
  /** The worker takes one task after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(rpcUrl: string, privateKey: Hex, manners: () => Manners) {
    this.account = privateKeyToAccount(privateKey);
    this.client = createPublicClient({ chain: foundry, transport: http(rpcUrl), cacheTime: 0 });
    this.#wallet = createWalletClient({ account: this.account, chain: foundry, transport: http(rpcUrl) });
    this.#manners = manners;
  }

  /** Takes the order, then answers; slow or broken as the manners say, and the task runs even if the answer is lost. */
  async order(taskId: string, order: Order): Promise<void> {
    this.#orders += 1;
    this.tasks.set(taskId, { status: 'PENDING', result: null });
    const { walletDelayMs, delayedOfHundred, stuck } = this.#manners();
    if (!stuck) this.#queue = this.#queue.then(() => this.#run(taskId, order));
    if ((this.#orders * 37) % 100 < delayedOfHundred) await after(walletDelayMs);
  }

  /** Until every task that was taken has ended. */
  async idle(): Promise<void> {
    await this.#queue;
  }

  async balanceOf({ token }: Crypto): Promise<bigint> {
    const args = [this.account.address] as const;
    return this.client.readContract({ address: token, abi: erc20Abi, functionName: 'balanceOf', args });
  }

  async confirmationsOf(hash: Hex): Promise<number> {
    const receipt = await this.client.getTransactionReceipt({ hash }).catch(() => null);
    if (!receipt) return 0;
    const head = await this.client.getBlockNumber({ cacheTime: 0 });
    return receipt.logs.length > 0 || this.#manners().revert ? Number(head - receipt.blockNumber) : 0;
  }

  async #run(taskId: string, order: Order): Promise<void> {
    this.tasks.set(taskId, await this.#pay(order).catch((error) => ({ status: 'FAILURE', result: String(error) })));
  }

  async #pay(order: Order): Promise<Task> {
    const { crypto, destination, amount } = order;
    const { platformFeePercent, failAfterSending, failBeforeSending } = this.#manners();
    const units = unitsOf(amount, crypto.decimals);
    const failure = failBeforeSending ?? (await this.#refusal(order, units));
    if (failure) return { status: 'FAILURE', result: failure };
    const kept = (units * BigInt(Math.round(platformFeePercent * 100))) / 10_000n;
    if (kept > 0n) await this.#transfer(crypto, this.account.address, kept);
    const hash = await this.#transfer(crypto, destination, units - kept);
    if (failAfterSending) return { status: 'FAILURE', result: failAfterSending };
    const { wrongHash, prefixedHashes } = this.#manners();
    const told = wrongHash ?? hash;
    const txids = [prefixedHashes ? told : told.slice(2)];
    return { status: 'SUCCESS', result: [{ amount: floatText(amount), dest: destination, status: 'success', txids }] };
  }

  async #refusal({ crypto, destination, amount }: Order, units: bigint): Promise<string | null> {
    if (!isAddress(destination)) return `Address ${destination} is not valid ethereum address`;
    const balance = await this.balanceOf(crypto);
    if (balance < units) {
      const have = Number(balance) / 10 ** crypto.decimals;
      return `Have not enough tokens on fee account, need ${decimalText(amount)} have ${have}`;
    }
    const gas = await this.client.getBalance({ address: this.account.address });
    if (gas < 10n ** 15n) return `Have not enough crypto on fee account, need 0.001 have ${Number(gas) / 1e18}`;
    return null;
  }

  async #transfer({ name, token }: Crypto, destination: string, units: bigint): Promise<Hex> {
    const to = destination.toLowerCase();
    const data = encodeFunctionData({
      abi: erc20Abi,
      functionName: 'transfer',
      // A reverted transfer is one of more than there is.
      args: [`0x${to.slice(2)}`, this.#manners().revert ? 2n ** 255n : units],
    });
    // The original takes the nonce of the latest block without a lock.
    const nonce = await this.client.getTransactionCount({ address: this.account.address, blockTag: 'pending' });
    const hash = await this.#wallet.sendTransaction({ to: token, data, gas: 120_000n, nonce });
    this.sent.push({ crypto: name, destination: to, units: String(units), hash });
    return hash;
  }
}
