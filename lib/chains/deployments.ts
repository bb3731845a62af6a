import { getContractAddress } from 'viem';
import { contractSalt } from '@/lib/kernel/env';
import { create2ProxyAddress, drawbridgeCodeHash, testUsdtAddress } from './addresses-without-salt';

export { create2ProxyAddress, testUsdtAddress };

/** Where the payout contract is, on every chain: it follows from its bytecode and the operator's salt. */
export const drawbridgeAddress = getContractAddress({
  opcode: 'CREATE2',
  from: create2ProxyAddress,
  salt: contractSalt(),
  bytecodeHash: drawbridgeCodeHash,
});
