import { type Chain, createPublicClient, custom, decodeFunctionData, erc20Abi } from 'viem';
import type { Config, Connector } from 'wagmi';
import { getCapabilities, switchChain, waitForCallsStatus } from 'wagmi/actions';
import { isProvider, sendAllOnce, sendOnce } from '@/components/wallet/ask-once';
import { addressOf, hexOf } from '@/components/wallet/hex-text';
import type { PreparedCall, PreparedSigning } from '@/lib/by-hand/sightings/schema';

/** The wallet that was connected, and the settings through which it is asked. */
export type Signer = { config: Config; connector: Connector };

const maxWaitMs = 3_000;

/** How far a wallet can send several calls as one: at once, or after it has made the account one that can (EIP-7702). */
export type Batching = 'supported' | 'ready';

/** On which chains the wallet sends several calls as one, all or none (EIP-5792). Most do not know the question. */
export async function callsOn({ config, connector }: Signer, address: string): Promise<ReadonlyMap<number, Batching>> {
  const asked = getCapabilities(config, { account: addressOf(address), connector });
  const silence = new Promise<null>((resolve) => setTimeout(resolve, maxWaitMs, null));
  const answer = await Promise.race([asked, silence]).catch(() => null);
  const able = new Map<number, Batching>();
  for (const [chainId, { atomic }] of Object.entries(answer ?? {})) {
    const status = atomic?.status;
    if ((status === 'supported' || status === 'ready') && Number.isSafeInteger(Number(chainId))) {
      able.set(Number(chainId), status);
    }
  }
  return able;
}

/** Which account the wallet shows now, if it is not the one that is to sign. */
export async function otherAccount({ connector }: Signer, sender: string): Promise<{ shown: string | null } | null> {
  const [shown] = await connector.getAccounts();
  return shown?.toLowerCase() === sender.toLowerCase() ? null : { shown: shown ?? null };
}

export async function goToChain({ config, connector }: Signer, chainId: number): Promise<void> {
  if ((await connector.getChainId()) !== chainId) await switchChain(config, { chainId, connector });
}

/** Has the wallet send exactly this call. Answers its hash, which for a Safe is that of its proposal. */
export function askToSend({ connector }: Signer, signing: PreparedSigning, call: PreparedCall): Promise<string> {
  return sendOnce(connector, signing.sender, signing.chain_id, call);
}

/** Has the wallet send all calls as one, all or none. Answers what the wallet calls them. */
export function askToSendAll({ connector }: Signer, signing: PreparedSigning): Promise<string> {
  return sendAllOnce(connector, signing.sender, signing.chain_id, signing.calls);
}

/** The hash of what the wallet made of its batch, once it tells; null when it does not. */
export async function hashOfCalls({ config, connector }: Signer, id: string): Promise<string | null> {
  const known = await waitForCallsStatus(config, { id, connector, timeout: 30 * 60_000 }).catch(() => null);
  return known?.receipts?.[0]?.transactionHash ?? null;
}

/** Waits until a permission is in force. Read through the wallet: the portal reads the chain for itself. */
export async function untilAllowed(signer: Signer, signing: PreparedSigning, call: PreparedCall, stop: AbortSignal) {
  const { args, functionName } = decodeFunctionData({ abi: erc20Abi, data: hexOf(call.data) });
  if (functionName !== 'approve') throw new Error('The portal sent a permission that is none.');
  const [spender, amount] = args;
  const provider: unknown = await signer.connector.getProvider();
  if (!isProvider(provider)) throw new Error('The wallet cannot be asked about the network.');
  const chain: Chain | undefined = signer.config.chains.find(({ id }) => id === signing.chain_id);
  const client = createPublicClient({ chain, transport: custom(provider) });
  const question = { address: addressOf(call.to), abi: erc20Abi, functionName: 'allowance' } as const;
  while (!stop.aborted) {
    const read = client.readContract({ ...question, args: [addressOf(signing.sender), spender] });
    const allowed = await read.catch(() => null);
    if (allowed !== null && (amount === 0n ? allowed === 0n : allowed >= amount)) return;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}
