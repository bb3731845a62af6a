// Says where the payout contract is with the salt in use, and on which of the configured chains it is not there yet, with
// the call that puts it there. With --data it prints that call's data alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { concatHex, isHex } from 'viem';
import { z } from 'zod';
import { create2ProxyAddress, drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { readCodeKind } from '@/lib/evm/code';
import { reading } from '@/lib/evm/rpc';
import { contractSalt } from '@/lib/kernel/env';
import { projectRoot } from './foundry';

const schema = z.object({ drawbridge: z.object({ bytecode: z.custom<`0x${string}`>((value) => isHex(value)) }) });
const file = path.join(projectRoot, 'contracts/deployments/bytecode.json');
const { drawbridge } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

if (process.argv.includes('--data')) {
  console.log(concatHex([contractSalt(), drawbridge.bytecode]));
  process.exit();
}
console.log(`salt      ${contractSalt()}\ncontract  ${drawbridgeAddress}`);
for (const key of configuredChains()) {
  const kind = await reading(key, (client) => readCodeKind(client, drawbridgeAddress));
  const missing = `not there: send the data that --data prints to ${create2ProxyAddress}, from any wallet`;
  console.log(`${chainOf(key).name}: ${kind === 'contract' ? 'there' : missing}`);
}
