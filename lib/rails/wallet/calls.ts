import { decodeFunctionData, encodeFunctionData, erc20Abi, zeroAddress } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';

/** Calls that a wallet signs, and what a signed call would pay. Addresses in lower case. */

export type HandCall = { to: `0x${string}`; data: `0x${string}`; value: '0x0' };
export type Item = { recipient: string; amount: bigint };
export type Order = { sender: string; token: string; firstId: bigint; deadline: Date };

/** What the contract's batch can carry: an amount has 96 bits there. */
export const maxPerItem = 2n ** 96n - 1n;

export function transferCall(token: string, { recipient, amount }: Item): HandCall {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [hex(recipient), amount] });
  return { to: hex(token), data, value: '0x0' };
}

export function approveCall(token: string, amount: bigint): HandCall {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [drawbridgeAddress, amount] });
  return { to: hex(token), data, value: '0x0' };
}

/** One call of our contract that pays them all from the caller's own wallet, once: its ids are used up. */
export function disperseCall({ sender, token, firstId, deadline }: Order, items: readonly Item[]): HandCall {
  const order = {
    vault: hex(sender),
    token: hex(token),
    fee: 0n,
    feeCollector: zeroAddress,
    firstId,
    // An item that its token refuses is left out and told as unpaid; the others need not wait for it.
    minimum: 0n,
    deadline: BigInt(Math.floor(deadline.getTime() / 1000)),
  };
  const packed = items.map(({ recipient, amount }) => (BigInt(recipient) << 96n) | amount);
  const data = encodeFunctionData({ abi: drawbridgeAbi, functionName: 'disperse', args: [order, packed] });
  return { to: drawbridgeAddress, data, value: '0x0' };
}

export type PlannedPayment = { token: string; from: string; recipient: string; amount: bigint };

/** What a call would pay when it is mined; null for one whose inside we cannot read, such as a Safe's. */
export function plannedBy(sender: string, to: string | null, input: `0x${string}`): PlannedPayment[] | null {
  if (!to) return null;
  if (to === sender) return plannedByBatch(sender, input);
  if (to === drawbridgeAddress.toLowerCase()) return plannedByContract(sender, input);
  try {
    const call = decodeFunctionData({ abi: erc20Abi, data: input });
    if (call.functionName !== 'transfer') return null;
    const [recipient, amount] = call.args;
    return [{ token: to, from: sender, recipient: recipient.toLowerCase(), amount }];
  } catch {
    return null;
  }
}

/** One of a wallet's own calls as it stands in a batch (ERC-7579 and before it): token, no coins, then `transfer`. */
const batched = /0{24}([0-9a-f]{40})0{64}0{62}600{62}44a9059cbb0{24}([0-9a-f]{40})([0-9a-f]{64})/g;

/** What an account that calls itself would pay (EIP-7702); null where nothing in it is written in the usual way. */
function plannedByBatch(sender: string, input: string): PlannedPayment[] | null {
  const planned = [...input.toLowerCase().matchAll(batched)].map(([, token, recipient, amount]) => ({
    ...{ token: `0x${token}`, from: sender, recipient: `0x${recipient}`, amount: BigInt(`0x${amount}`) },
  }));
  return planned.length > 0 ? planned : null;
}

function plannedByContract(sender: string, input: `0x${string}`): PlannedPayment[] | null {
  try {
    const call = decodeFunctionData({ abi: drawbridgeAbi, data: input });
    if (call.functionName !== 'disperse') return null;
    const [order, items] = call.args;
    return items.map((item) => ({
      token: order.token.toLowerCase(),
      from: sender,
      recipient: `0x${(item >> 96n).toString(16).padStart(40, '0')}`,
      amount: (item & maxPerItem) - order.fee,
    }));
  } catch {
    return null;
  }
}
