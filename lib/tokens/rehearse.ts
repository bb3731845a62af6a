import { decodeFunctionResult, encodeFunctionData, type PublicClient } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { rehearsalAbi, rehearsalCode } from '@/lib/chains/abi/rehearsal';
import { hex } from '@/lib/chains/address';
import { Refusal } from '@/lib/kernel/errors';
import type { Holder } from './find-holder';

/**
 * Has the node send thirds of what a holder has, once by `transfer` and once by `transferFrom`, to two addresses that nobody ever
 * used, one of which sends it on; and forget all of it. Refuses with token_refused what does not bring exactly what is sent, and a
 * node that cannot do this.
 */
export async function rehearse(client: PublicClient, token: string, holder: Holder): Promise<void> {
  const amount = holder.balance / 3n;
  if (amount === 0n)
    throw refused('The holder has too little of it to rehearse a transfer with: name another in `holder`.');
  const [first, second] = [freshAddress(), freshAddress()];
  const data = encodeFunctionData({
    ...{ abi: rehearsalAbi, functionName: 'rehearse', args: [hex(token), first, second, amount] },
  });
  const stateOverride = [hex(holder.address), first].map((address) => ({ address, code: hex(rehearsalCode) }));
  const { data: answer = '0x' } = await client.call({
    to: hex(holder.address),
    data,
    stateOverride,
  });
  if (answer === '0x') {
    throw refused('The node cannot rehearse a transfer: it takes no state overrides in eth_call. Use another node.');
  }
  const sent = decodeFunctionResult({ abi: rehearsalAbi, functionName: 'rehearse', data: answer });
  for (const { taken, lost, got } of sent) {
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
