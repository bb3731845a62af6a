import { type Hex, hashTypedData, isHex, parseGwei, stringToHex, type TypedDataDefinition } from 'viem';
import { privateKeyToAccount, sign } from 'viem/accounts';
import { askNode, askNodeForText } from './node';
import { RpcError } from './rpc-error';

/** The wallet's cryptography: loaded at the first signature, not with the page. */

export type TransactionRequest = { to?: string; data?: string; input?: string; value?: string; gas?: string };

function hexOf(text: string | undefined): Hex {
  if (text === undefined) return '0x';
  if (!isHex(text)) throw new RpcError(-32602, `"${text.slice(0, 40)}" is not hexadecimal.`);
  return text;
}

export async function signText(privateKey: Hex, message: string): Promise<Hex> {
  const raw = isHex(message) ? message : stringToHex(message);
  return privateKeyToAccount(privateKey).signMessage({ message: { raw } });
}

export async function signTyped(privateKey: Hex, typedData: TypedDataDefinition): Promise<Hex> {
  return sign({ hash: hashTypedData(typedData), privateKey, to: 'hex' });
}

/** Signs a transfer and hands it to the chain; the answer is its hash. */
export async function sendTransaction(privateKey: Hex, request: TransactionRequest): Promise<string> {
  const account = privateKeyToAccount(privateKey);
  const call = {
    from: account.address,
    ...(request.to ? { to: hexOf(request.to) } : {}),
    data: hexOf(request.data ?? request.input),
    value: request.value ?? '0x0',
  };
  const chainId = Number(await askNodeForText('eth_chainId'));
  const nonce = Number(await askNodeForText('eth_getTransactionCount', [account.address, 'pending']));
  const gas = BigInt(request.gas ?? (await askNodeForText('eth_estimateGas', [call])));
  const gasPrice = BigInt(await askNodeForText('eth_gasPrice'));
  const raw = await account.signTransaction({
    ...{ type: 'eip1559', chainId, nonce, data: call.data, value: BigInt(call.value) },
    gas: request.gas ? gas : (gas * 12n) / 10n,
    maxPriorityFeePerGas: parseGwei('1'),
    maxFeePerGas: gasPrice * 2n + parseGwei('1'),
    ...(request.to ? { to: hexOf(request.to) } : {}),
  });
  const hash = await askNode('eth_sendRawTransaction', [raw]);
  return String(hash);
}
