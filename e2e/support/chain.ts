import {
  type Address,
  createPublicClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hash,
  type Hex,
  http,
  parseEther,
  parseEventLogs,
} from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { callRpc } from '@/scripts/services/json-rpc';
import type { Demo } from './demo-file';

export type Person = { address: Address; privateKey: Hex };

/** A wallet nobody has used, without any coin. */
export function newPerson(): Person {
  const privateKey = generatePrivateKey();
  return { address: privateKeyToAccount(privateKey).address, privateKey };
}

type OnChain = Pick<Demo, 'token' | 'vault' | 'wallets'>;

/** What a test may do on the chain of a demo, or on one with another id, and read there; nothing of it goes through the portal. */
export function chainOfDemo({ token, vault, wallets }: OnChain, rpcUrl: string, id: number = foundry.id) {
  const chain = { ...foundry, id };
  const client = createPublicClient({ chain, transport: http(rpcUrl), cacheTime: 0 });
  const rpc = (method: string, params: unknown[] = []) => callRpc(rpcUrl, method, params, 60_000);

  const balanceOf = (address: Address) =>
    client.readContract({ address: token.address, abi: erc20Abi, functionName: 'balanceOf', args: [address] });

  async function payGas(address: Address): Promise<void> {
    await rpc('anvil_setBalance', [address, `0x${parseEther('1').toString(16)}`]);
  }

  async function sendTokens(from: Person, to: Address, amount: bigint): Promise<Hash> {
    const account = privateKeyToAccount(from.privateKey);
    const wallet = createWalletClient({ account, chain, transport: http(rpcUrl) });
    const call = { address: token.address, abi: erc20Abi, functionName: 'transfer', gas: 100_000n } as const;
    const hash = await wallet.writeContract({ ...call, args: [to, amount] });
    await mine();
    return hash;
  }

  /** Sends one call and waits until it is in a block, made by any block maker. */
  async function call(from: Person, to: Address, data: Hex): Promise<Hash> {
    const account = privateKeyToAccount(from.privateKey);
    const wallet = createWalletClient({ account, chain, transport: http(rpcUrl) });
    const hash = await wallet.sendTransaction({ to, data, gas: 300_000n });
    await mine();
    await client.waitForTransactionReceipt({ hash, pollingInterval: 200 });
    return hash;
  }

  /** Puts a contract on the chain and answers where. */
  async function deploy(from: Person, bytecode: Hex): Promise<Address> {
    const account = privateKeyToAccount(from.privateKey);
    const wallet = createWalletClient({ account, chain, transport: http(rpcUrl) });
    const hash = await wallet.sendTransaction({ data: bytecode });
    await mine();
    const { contractAddress } = await client.waitForTransactionReceipt({ hash, pollingInterval: 200 });
    if (!contractAddress) throw new Error('The contract was not made');
    return contractAddress;
  }

  /** A wallet that can pay by hand: it has coins for network fees and this many whole test tokens. */
  async function payer(tokens: bigint): Promise<Person> {
    const person = newPerson();
    await payGas(person.address);
    await mint(person, person.address, tokens);
    return person;
  }

  /** Gives a person this many whole test tokens, which anybody may. */
  async function mint(from: Person, to: Address, tokens: bigint): Promise<void> {
    const args = [to, tokens * 10n ** BigInt(token.decimals)] as const;
    await call(from, token.address, encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args }));
  }

  const mine = (blocks = 1) => rpc('anvil_mine', [`0x${blocks.toString(16)}`]);

  return {
    id,
    client,
    rpc,
    rpcUrl,
    mine,
    balanceOf,
    payGas,
    call,
    deploy,
    payer,
    mint,
    /** A new wallet that can pay network fees. */
    newcomer: async () => {
      const person = newPerson();
      await payGas(person.address);
      return person;
    },
    /** What one transfer moved to an address, in base units. */
    movedTo: async (hash: Hash, to: Address) => {
      const { logs } = await client.getTransactionReceipt({ hash });
      const moves = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs });
      const amounts = moves.filter((move) => move.args.to.toLowerCase() === to.toLowerCase());
      return amounts.reduce((sum, { args }) => sum + args.value, 0n);
    },
    /** Takes a contract's tokens away, as if it had spent them elsewhere. */
    empty: async (address: Address) => {
      const data = encodeFunctionData({
        ...{ abi: erc20Abi, functionName: 'transfer' },
        args: [wallets.admin.address, await balanceOf(address)],
      });
      await rpc('anvil_setBalance', [address, `0x${parseEther('1').toString(16)}`]);
      await rpc('anvil_impersonateAccount', [address]);
      await rpc('eth_sendTransaction', [{ from: address, to: token.address, data, gas: '0x186a0' }]);
      await rpc('anvil_stopImpersonatingAccount', [address]);
      await mine();
    },
    drainVault: async () => sendTokens(wallets.vault, wallets.admin.address, await balanceOf(vault)),
    fillVault: () => sendTokens(wallets.admin, vault, 100_000n * 10n ** BigInt(token.decimals)),
  };
}

export type Chain = ReturnType<typeof chainOfDemo>;
