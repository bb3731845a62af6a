import { expect, test } from 'vitest';
import { type Connector, type CreateConnectorFn, createConfig, custom } from 'wagmi';
import { mainnet } from 'wagmi/chains';
import { unchecked } from '@/lib/kernel/unchecked';
import { signWith } from './sign-with';

const own = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const other = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

/** A browser's wallet that shows these accounts once it is connected, and counts what it is asked to sign. */
function walletThatShows(accounts: readonly string[], sign: () => unknown = () => '0xabcd') {
  const signed: unknown[] = [];
  let isConnected = false;
  const provider = {
    request: async ({ params }: { params: unknown }) => {
      signed.push(params);
      return sign();
    },
  };
  const browsers = {
    ...{ id: 'test', name: 'Test Wallet', type: 'injected' },
    connect: async () => {
      isConnected = true;
      return { accounts, chainId: 1 };
    },
    getAccounts: async () => (isConnected ? accounts : []),
    getChainId: async () => 1,
    getProvider: async () => provider,
  };
  const config = createConfig({
    chains: [mainnet],
    connectors: [() => unchecked<ReturnType<CreateConnectorFn>>(browsers, 'what is asked of it here is all there')],
    transports: { [mainnet.id]: custom(provider) },
    ...{ storage: null, multiInjectedProviderDiscovery: false },
  });
  const [connector] = config.connectors;
  return { wallet: { config, connector: unchecked<Connector>(connector, 'there is one') }, signed };
}

const text = { message: 'It is me' };
const declining = () => {
  throw Object.assign(new Error('no'), { code: 4001 });
};

test('the account that may sign is asked once, connected first where it was not', async () => {
  const { wallet, signed } = walletThatShows([other, own]);
  const proofs: unknown[] = [];
  const told = await signWith(wallet, {
    allowed: [own.toLowerCase()],
    offer: async (address, chainId) => ({ message: `${address} on ${chainId}` }),
    prove: async (proof) => {
      proofs.push(proof);
      return null;
    },
  });
  expect(told).toBeNull();
  expect(proofs).toEqual([{ message: `${own} on 1`, signature: '0xabcd' }]);
  expect(signed).toHaveLength(1);
});

test('a wallet that shows another account is asked nothing, and another account of it is offered', async () => {
  const { wallet, signed } = walletThatShows([other]);
  const told = await signWith(wallet, {
    ...{ allowed: [own.toLowerCase()], offer: async () => text, prove: async () => null },
  });
  expect(told).toEqual({
    detail: 'Test Wallet shows 0x709979…dc79C8, which is not a wallet of yours here.',
    otherWallet: wallet.connector,
  });
  expect(signed).toEqual([]);
});

test('what cannot be prepared is told, and the wallet is not asked', async () => {
  const { wallet, signed } = walletThatShows([own]);
  const offer = async () => ({ detail: 'The portal is away.' });
  const told = await signWith(wallet, { allowed: null, offer, prove: async () => null });
  expect(told).toEqual({ detail: 'The portal is away.' });
  expect(signed).toEqual([]);
});

test('a wallet that declines is asked once, and nothing is brought', async () => {
  const { wallet, signed } = walletThatShows([own], declining);
  const proofs: unknown[] = [];
  const prove = async (proof: unknown) => {
    proofs.push(proof);
    return null;
  };
  const told = await signWith(wallet, { allowed: null, offer: async () => text, prove });
  expect(told).toEqual({ detail: 'You declined in the wallet. Nothing was signed.' });
  expect(signed).toHaveLength(1);
  expect(proofs).toEqual([]);
});
