import { encodeFunctionData, zeroAddress } from 'viem';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import type { HandCall } from '@/lib/rails/wallet/calls';

/** What the contract's words can hold: 96 bits of capacity, 72 of a fee, 32 of a moment. */
export const maxTerms = { capacity: 2n ** 96n - 1n, feeCeiling: 2n ** 72n - 1n, expiry: 2n ** 32n - 1n } as const;

export type Limits = { capacity: bigint; feeCeiling: bigint; expiry: bigint };

const toContract = (data: `0x${string}`): HandCall => ({ to: drawbridgeAddress, data, value: '0x0' });

export function setSignerCall(signer: string, token: string, { capacity, feeCeiling, expiry }: Limits): HandCall {
  const args = [hex(signer), hex(token), capacity, feeCeiling, Number(expiry)] as const;
  return toContract(encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args }));
}

export function revokeSignerCall(vault: string, signer: string, tokens: readonly string[]): HandCall {
  const args = [hex(vault), hex(signer), tokens.map(hex)] as const;
  return toContract(encodeFunctionData({ abi: drawbridgeAbi, functionName: 'revokeSigner', args }));
}

export function setGuardianCall(guardian: string | null): HandCall {
  const args = [hex(guardian ?? zeroAddress)] as const;
  return toContract(encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setGuardian', args }));
}
