import { chainId, findAccount, type WalletAccount } from './accounts';
import { askNode } from './node';
import { RpcError, rejected, unauthorized } from './rpc-error';
import { approve, chooseAccount } from './sheet';

type Listener = (value: unknown) => void;
type Request = { method: string; params?: readonly unknown[] };

const storageKey = 'drawbridge-demo-wallet';
const listeners = new Map<string, Set<Listener>>();

function emit(event: string, value: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(value);
}

/** For browsers that keep nothing for a page: then it is connected for as long as the page is open. */
let rememberedHere: string | null = null;

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey) ?? rememberedHere;
  } catch {
    return rememberedHere;
  }
}

function store(address: string | null): void {
  rememberedHere = address;
  try {
    if (address) localStorage.setItem(storageKey, address);
    else localStorage.removeItem(storageKey);
  } catch {
    // It is remembered here.
  }
}

function connected(): WalletAccount | undefined {
  return findAccount(stored());
}

function remember(account: WalletAccount | undefined): void {
  const before = connected();
  store(account?.address ?? null);
  if (before?.address !== account?.address) emit('accountsChanged', account ? [account.address] : []);
}

// Another tab connected, changed the account or disconnected.
window.addEventListener('storage', (event) => {
  if (event.key === storageKey) rememberedHere = event.newValue;
  if (event.key === storageKey) emit('accountsChanged', connected() ? [connected()?.address] : []);
});

async function requestAccounts(): Promise<string[]> {
  const account = connected() ?? (await chooseAccount(undefined));
  remember(account);
  if (!account) throw rejected();
  return [account.address];
}

const permission = () => [{ parentCapability: 'eth_accounts', caveats: [] }];

async function requestPermissions() {
  remember(await chooseAccount(connected()));
  return permission();
}

/** The connected account, when it is the one that the page names. */
function signerFor(address: unknown): WalletAccount {
  const account = connected();
  if (!account || findAccount(address) !== account) throw unauthorized();
  return account;
}

const loadSigner = (): Promise<typeof import('./signer')> => {
  const file = '/dev/wallet-signer.js';
  return import(/* webpackIgnore: true */ file);
};

function readableText(message: string): string {
  if (!/^0x([0-9a-f]{2})*$/i.test(message)) return message;
  const bytes = message.slice(2).match(/../g) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}

async function personalSign([message, address]: readonly unknown[]): Promise<string> {
  const account = signerFor(address);
  if (typeof message !== 'string') throw new RpcError(-32602, 'There is nothing to sign.');
  await approve('Sign a message', account, [], { name: 'Message', text: readableText(message), folded: false });
  return (await loadSigner()).signText(account.privateKey, message);
}

async function signTypedData([address, given]: readonly unknown[]): Promise<string> {
  const account = signerFor(address);
  const typedData = typeof given === 'string' ? JSON.parse(given) : given;
  await approve(`Sign: ${typedData.primaryType}`, account, [['For', String(typedData.domain?.name ?? '')]], {
    name: 'What is signed',
    text: JSON.stringify(typedData.message, null, 2),
    folded: false,
  });
  return (await loadSigner()).signTyped(account.privateKey, typedData);
}

async function sendTransaction([request]: readonly unknown[]): Promise<string> {
  if (typeof request !== 'object' || request === null) throw new RpcError(-32602, 'There is no transfer to send.');
  const fields: Record<string, string> = { ...request };
  const account = signerFor(fields.from);
  const value = BigInt(fields.value ?? '0x0');
  const details = [
    ['To', fields.to ?? 'a new contract'],
    ['Value', `${value} wei of test ether`],
  ] as const;
  const exact = { name: 'Exact call', text: fields.data ?? fields.input ?? '0x', folded: true };
  await approve('Send to the network', account, details, exact);
  return (await loadSigner()).sendTransaction(account.privateKey, fields);
}

function switchChain([wanted]: readonly unknown[]): null {
  const asked: unknown = Object(wanted).chainId;
  if (typeof asked === 'string' && Number(asked) === Number(chainId)) return null;
  throw new RpcError(4902, 'The demo wallet knows the local chain only.');
}

const answers: Record<string, (params: readonly unknown[]) => unknown> = {
  eth_chainId: () => chainId,
  net_version: () => String(Number(chainId)),
  eth_accounts: () => [connected()?.address].filter(Boolean),
  eth_requestAccounts: requestAccounts,
  wallet_requestPermissions: requestPermissions,
  wallet_getPermissions: () => (connected() ? permission() : []),
  wallet_revokePermissions: () => {
    remember(undefined);
    return null;
  },
  wallet_switchEthereumChain: switchChain,
  wallet_addEthereumChain: switchChain,
  personal_sign: personalSign,
  eth_signTypedData_v4: signTypedData,
  eth_sendTransaction: sendTransaction,
};

/** An EIP-1193 provider over the well-known test accounts, which really sign. */
export const provider = {
  isDrawbridgeDemo: true,
  async request({ method, params = [] }: Request): Promise<unknown> {
    const answer = answers[method];
    if (answer) return answer(params);
    if (method.startsWith('wallet_')) throw new RpcError(4200, `The demo wallet does not offer ${method}.`);
    return askNode(method, params);
  },
  on(event: string, listener: Listener) {
    listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    return provider;
  },
  removeListener(event: string, listener: Listener) {
    listeners.get(event)?.delete(listener);
    return provider;
  },
};
