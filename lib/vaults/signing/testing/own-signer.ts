import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { freePort } from '@/db/processes';
import { demoAccount } from '@/demo/accounts';
import { SignerProcess } from '@/examples/signer/testing/start-signer';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { env } from '@/lib/kernel/env';
import type { testWorld } from '@/lib/payouts/testing/world';
import { setSignerCall } from '@/lib/vaults/calls';
import { chooseSigner, offerSigner } from '@/lib/vaults/signing/set-up';

/** Rules that sign what the vault of a test's world pays; `token` changes the limits of its token. */
export const signerRules = (token: object = {}) => ({
  ...{ contract: drawbridgeAddress, vaults: [demoAccount('vault').address], max_deadline_seconds: 3600 },
  fee_collectors: [demoAccount('feeCollector').address],
  tokens: [
    {
      ...{ chain_id: 31337, address: testUsdtAddress, max_fee: '1000000' },
      ...{ max_per_payout: '900000000', max_per_day: '900000000', ...token },
    },
  ],
});

/** The example signer signs for the vault of this world from now on; its merchant ends it. */
export async function ownSigner(world: ReturnType<typeof testWorld>) {
  const port = await freePort();
  env.WEBHOOK_ALLOWED_PRIVATE_HOSTS.push(`${world.merchantId}@127.0.0.1:${port}`);
  const key = generatePrivateKey();
  const { address } = privateKeyToAccount(key);
  const url = `http://127.0.0.1:${port}/vouchers`;
  const owner = world.member('owner');
  const { signer: offered, secret } = await offerSigner(owner, world.vaultId, { url, address });
  const service = new SignerProcess(key, [secret], port);
  service.rules(signerRules());
  await service.start();
  await chooseSigner(owner, world.vaultId, { signer: offered.id });
  const terms = { capacity: 100_000_000_000n, feeCeiling: 1_000_000n, expiry: 4_000_000_000n };
  await world.send('vault', setSignerCall(address, testUsdtAddress, terms));
  await world.mine();
  return { service, key };
}
