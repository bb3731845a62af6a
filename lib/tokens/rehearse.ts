import { decodeFunctionResult, encodeFunctionData, type PublicClient, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { rehearsalAbi, rehearsalCode } from '@/lib/chains/abi/rehearsal';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { Refusal } from '@/lib/kernel/errors';
import type { Holder } from './find-holder';

/** More than three transfers of any token that is listed take, and less than nodes grant one call. */
const rehearsalGas = 5_000_000n;

/**
 * Has the node send thirds of what a holder has, once by `transfer` and once by `transferFrom` of our payout contract's address, to two
 * addresses that nobody ever used, one of which sends it on; and forget all of it. The call is like a claim's: an account sends it and pays
 * for its gas. Refuses with token_refused what does not bring exactly what is sent, and a node that cannot do this.
 */
export async function rehearse(client: PublicClient, token: string, holder: Holder): Promise<void> {
  const amount = holder.balance / 3n;
  if (amount === 0n)
    throw refused('The holder has too little of it to rehearse a transfer with: name another in `holder`.');
  const [first, second] = [freshAddress(), freshAddress()];
  const data = encodeFunctionData({
    ...{ abi: rehearsalAbi, functionName: 'rehearse', args: [hex(token), drawbridgeAddress, first, second, amount] },
  });
  const sender = freshAddress();
  const stateOverride = [
    ...[hex(holder.address), drawbridgeAddress, first].map((address) => ({ address, code: hex(rehearsalCode) })),
    { address: sender, balance: parseEther('1000000') },
  ];
  const gasPrice = (await client.getGasPrice()) || 1n;
  const sent = { account: sender, to: hex(holder.address), data, gas: rehearsalGas, gasPrice };
  const { data: answer = '0x' } = await client.call({ ...sent, stateOverride });
  if (answer === '0x') {
    throw refused('The node cannot rehearse a transfer: it takes no state overrides in eth_call. Use another node.');
  }
  const results = decodeFunctionResult({ abi: rehearsalAbi, functionName: 'rehearse', data: answer });
  for (const { taken, lost, got } of results) {
    if (!taken)
      throw refused('A rehearsed transfer was refused by the token: it may be paused, or closed to most addresses.');
    if (got !== amount || lost !== amount) {
      throw refused(
        `A rehearsed transfer of ${amount} base units brought ${got}, and cost its sender ${lost}: the token keeps a part of what is sent, or changes balances by itself.`,
      );
    }
  }
}

function freshAddress() {
  return privateKeyToAddress(generatePrivateKey());
}

export function refused(detail: string): Refusal {
  return new Refusal('token_refused', { field: 'address', detail });
}
