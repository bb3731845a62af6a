import type { BrowserContext } from '@playwright/test';
import { type Hash, type Hex, isHex, keccak256, numberToHex, parseGwei } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { z } from 'zod';
import { type Batches, batchingOn } from './batches';
import type { Chain, Person } from './chain';
import { announceTestWallet } from './provider';
import { type Safe, safesOn } from './safe';

/**
 * How the wallet takes the next request to send or sign: `send` it, `reject` it as a person does, `fail` with an error
 * of its own, `hold` it (answers with the hash and keeps the signed transfer until `release`), `mute` (sends it and never
 * tells the page), `err` (sends it and answers with an error), `shrug` (sends it and answers null), `lack` (does not offer
 * that), or `ponder` (its person has not answered yet).
 */
export type Manner = 'send' | 'reject' | 'fail' | 'hold' | 'mute' | 'err' | 'shrug' | 'lack' | 'ponder';

export type Signed = { hash: Hash; raw: Hex; from: Person; nonce: number; to: Hex; data: Hex };
type WalletError = { code: number; message: string };

type State = {
  manner: Manner;
  /** Whether it sends several calls as one (EIP-5792); `ready`: once it has made the account one that can. */
  batches: Batches;
  /** It no longer knows the batches that it sent. */
  forgetful: boolean;
  /** The account that pages see, once one was allowed to. */
  shown: Person;
  authorised: boolean;
  chainId: number;
  /** Chains that the wallet can switch to without being told about them first. */
  known: Set<number>;
  declinesSwitch: boolean;
  declinesConnect: boolean;
  /** Every transfer that was signed for a page, oldest first. */
  sent: Signed[];
  contexts: BrowserContext[];
};

const hex = z.custom<Hex>(isHex, 'must be hexadecimal');
const callSchema = z.tuple([z.object({ from: hex, to: hex, data: hex, value: hex.optional() })]).rest(z.unknown());
const textSchema = z.tuple([hex, hex]).rest(z.unknown());
const chainSchema = z.tuple([z.object({ chainId: hex })]).rest(z.unknown());

/** Enough for every call of a page but the one that puts a contract on the chain; that one is estimated. */
const usualGas = 300_000n;
/** In characters. */
const largeData = 8_000;

const refuse = (code: number, message: string): { error: WalletError } => ({ error: { code, message } });
const signTextByKey = ({ privateKey }: Person, raw: Hex) =>
  privateKeyToAccount(privateKey).signMessage({ message: { raw } });
const declined = refuse(4001, 'User rejected the request.');
const silence = () => new Promise<never>(() => {});
const sameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A wallet whose keys live in the test's process and which really signs for the chain. */
export function walletOn(chain: Chain, people: readonly [Person | Safe, ...Person[]]) {
  const state: State = {
    ...{ manner: 'send', shown: people[0], chainId: chain.id, known: new Set([1, chain.id]), authorised: false },
    ...{ declinesSwitch: false, declinesConnect: false, sent: [], contexts: [], batches: 'none', forgetful: false },
  };

  async function tell(event: string, value: unknown): Promise<void> {
    const frames = state.contexts.flatMap((context) => context.pages()).flatMap((page) => page.frames());
    const dispatch = (detail: { event: string; value: unknown }) =>
      void window.dispatchEvent(new CustomEvent('test-wallet', { detail }));
    await Promise.all(frames.map((frame) => frame.evaluate(dispatch, { event, value })));
  }

  /** Signs one call; a second one of the same nonce with more `gwei` takes the first one's place. */
  async function sign(from: Person, call: { to: Hex; data: Hex }, gwei: number, nonce?: number): Promise<Signed> {
    const { address } = from;
    const used = nonce ?? (await chain.client.getTransactionCount({ address, blockTag: 'pending' }));
    const gas = call.data.length > largeData ? await chain.client.estimateGas({ account: address, ...call }) : usualGas;
    const raw = await privateKeyToAccount(from.privateKey).signTransaction({
      ...{ type: 'eip1559', chainId: chain.id, nonce: used, gas, value: 0n, ...call },
      ...{ maxPriorityFeePerGas: parseGwei(String(gwei)), maxFeePerGas: parseGwei(String(gwei * 20)) },
    });
    return { hash: keccak256(raw), raw, from, nonce: used, ...call };
  }
  const broadcast = ({ raw }: Signed) => chain.rpc('eth_sendRawTransaction', [raw]);

  /** Asks the person, as `manner` has it, then keeps and sends what was signed, and answers the page with `told`. */
  async function ask(from: Hex, make: (person: Person) => Promise<Signed>, told: (signed: Signed) => unknown) {
    const person = people.find(({ address }) => sameAddress(address, from));
    if (state.manner === 'reject') return declined;
    if (state.manner === 'fail') return refuse(-32603, 'The device is not responding.');
    if (state.manner === 'lack') return refuse(4200, 'The wallet does not offer this.');
    if (state.manner === 'ponder') return silence();
    if (!person || !sameAddress(state.shown.address, from)) return refuse(4100, 'Another account is selected.');
    const signed = await make(person);
    state.sent.push(signed);
    if (state.manner !== 'hold') await broadcast(signed);
    if (state.manner === 'mute') return silence();
    if (state.manner === 'err') return refuse(-32000, 'Internal error after sending.');
    return { result: state.manner === 'shrug' ? null : told(signed) };
  }

  function send(params: readonly unknown[]) {
    const [{ from, to, data }] = callSchema.parse(params);
    const safe = people.find((one) => 'safe' in one && sameAddress(one.address, from));
    if (safe) return state.manner === 'reject' ? declined : safes.propose(safe, { to, data });
    return ask(
      from,
      (person) => sign(person, { to, data }, 1),
      ({ hash }) => hash,
    );
  }

  /** The text is signed by the key; a Safe's owner signs what stands for it there. */
  async function signText(params: readonly unknown[]) {
    const [raw, address] = textSchema.parse(params);
    const person = people.find((one) => sameAddress(one.address, address));
    if (state.manner === 'reject') return declined;
    if (!person || !sameAddress(state.shown.address, address)) return refuse(4100, 'Another account is selected.');
    const sign = 'safe' in person ? safes.signText : signTextByKey;
    return { result: await sign(person, raw) };
  }

  async function switchChain(params: readonly unknown[]) {
    const [{ chainId }] = chainSchema.parse(params);
    if (state.declinesSwitch) return declined;
    if (!state.known.has(Number(chainId))) return refuse(4902, 'Unrecognized chain.');
    state.chainId = Number(chainId);
    await tell('chainChanged', chainId);
    return { result: null };
  }

  const safes = safesOn(chain);
  const accounts = () => ({ result: state.authorised ? [state.shown.address] : [] });
  const answers: Record<string, (params: readonly unknown[]) => unknown> = {
    eth_chainId: () => ({ result: numberToHex(state.chainId) }),
    eth_accounts: accounts,
    eth_requestAccounts: () => {
      if (state.declinesConnect) return declined;
      state.authorised = true;
      return accounts();
    },
    wallet_requestPermissions: () => {
      if (state.declinesConnect) return declined;
      state.authorised = true;
      return { result: [{ parentCapability: 'eth_accounts' }] };
    },
    wallet_revokePermissions: () => {
      state.authorised = false;
      return { result: null };
    },
    wallet_switchEthereumChain: switchChain,
    wallet_addEthereumChain: (params) => {
      state.known.add(Number(chainSchema.parse(params)[0].chainId));
      return switchChain(params);
    },
    eth_sendTransaction: send,
    // Some wallets know it, too; a page that asks for both has sent twice.
    wallet_sendTransaction: send,
    ...batchingOn(chain, state, { ask, refuse }),
    personal_sign: signText,
  };

  async function answer(method: string, params: readonly unknown[]): Promise<unknown> {
    const known = answers[method];
    if (known) return known(params);
    try {
      return { result: await chain.rpc(method, [...params]) };
    } catch (error) {
      return refuse(-32603, String(error));
    }
  }

  const last = (): Signed => {
    const signed = state.sent.at(-1);
    if (!signed) throw new Error('The wallet has signed nothing yet');
    return signed;
  };

  return {
    state,
    safes,
    last,
    /** Offers the wallet in every page of a browser from now on. */
    install: async (context: BrowserContext, { announced = true } = {}) => {
      state.contexts.push(context);
      await context.exposeFunction('testWallet', answer);
      await context.addInitScript(announced ? announceTestWallet : '');
    },
    show: async (person: Person) => {
      state.shown = person;
      await tell('accountsChanged', [person.address]);
    },
    /** Sends what `hold` kept back. */
    release: () => broadcast(last()),
    /** Sends the last transfer again with a higher fee: the network takes only one of the two. */
    speedUp: async () => {
      const { from, to, data, nonce } = last();
      const faster = await sign(from, { to, data }, 5, nonce);
      state.sent.push(faster);
      await broadcast(faster);
    },
    /** Takes the last transfer back by sending nothing to oneself under the same nonce. */
    cancel: async () => {
      const { from, nonce } = last();
      await broadcast(await sign(from, { to: from.address, data: '0x' }, 5, nonce));
    },
    /** The network forgets the last transfer before it was in a block. */
    drop: () => chain.rpc('anvil_dropTransaction', [last().hash]),
  };
}

export type Wallet = ReturnType<typeof walletOn>;
