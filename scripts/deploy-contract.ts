import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createWalletClient, http, isHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { create2ProxyAddress, drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf, knownChains, readChainKey } from '@/lib/chains/registry';
import { rpcUrlsOf } from '@/lib/chains/served';
import { deploymentData, isDeployed } from '@/lib/operators/checklist/deployment';

// Puts the payout contract on one chain, through the CREATE2 deployer, from the account whose key is in DEPLOYER_KEY.
function end(message: string): never {
  console.error(message);
  process.exit(1);
}

const { values } = parseArgs({ options: { chain: { type: 'string' } } });
const chain =
  readChainKey(values.chain ?? '') ??
  end(
    `--chain names one of: ${knownChains()
      .map(({ key }) => key)
      .join(', ')}`,
  );
const key = process.env.DEPLOYER_KEY ?? '';
if (!isHex(key) || key.length !== 66)
  end('DEPLOYER_KEY holds the private key that pays: 0x and 64 hexadecimal digits.');
const [url] = rpcUrlsOf(chain);
if (!url) end(`No node of ${chainOf(chain).name} is set.`);

if (await isDeployed(chain)) {
  console.log(`${chainOf(chain).name}: it is there, at ${drawbridgeAddress}.`);
} else {
  const wallet = createWalletClient({ account: privateKeyToAccount(key), transport: http(url) });
  const hash = await wallet.sendTransaction({ chain: null, to: create2ProxyAddress, data: await deploymentData() });
  console.log(`Sent as ${hash}. Waiting for its block.`);
  for (let looks = 0; looks < 150 && !(await isDeployed(chain)); looks++) await pause(2_000);
  if (!(await isDeployed(chain))) end('It is not there after five minutes. Look it up before you try again.');
  console.log(`${chainOf(chain).name}: it is there, at ${drawbridgeAddress}.`);
}
