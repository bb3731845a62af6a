import type { Browser } from '@playwright/test';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect } from '@/e2e/support/journey';
import { SignerProcess } from '@/examples/signer/testing/start-signer';
import { ownerAtVaults, usdt, vaultOnChain } from './vault';
import type { OwnWorld } from './world';

type Look = (name: string) => Promise<void>;
const noLook: Look = async () => {};

function rulesOf({ demo }: OwnWorld) {
  const most = String(usdt(10_000));
  const limits = { max_fee: String(usdt(1)), max_per_payout: most, max_per_day: most };
  return {
    ...{ contract: demo.contract, vaults: [demo.vault], fee_collectors: [demo.feeCollector] },
    ...{ max_deadline_seconds: 3600, tokens: [{ chain_id: 31337, address: demo.token.address, ...limits }] },
  };
}

export async function vaultsOfOwner(world: OwnWorld, browser: Browser) {
  const page = await browser.newPage();
  return { page, ...(await ownerAtVaults(world, page, [world.demo.wallets.vault])) };
}
export type OwnerAtVaults = Awaited<ReturnType<typeof vaultsOfOwner>>;

/** The merchant's own signer, from setting it up on the page Vaults until the vault's payouts are signed by it. */
export async function chooseOwnSigner(world: OwnWorld, { page, vaults }: OwnerAtVaults, look = noLook) {
  const key = generatePrivateKey();
  await vaults.button(/Set up (a|another) signer of your own/).click();
  await vaults.main.getByLabel('Where it is asked').fill(`http://127.0.0.1:${world.signerPort}/vouchers`);
  await vaults.main.getByLabel('Address of its key').fill(privateKeyToAccount(key).address);
  await look('signer-form');
  await vaults.button('Set it up').click();
  const secret = vaults.main.getByRole('code').filter({ hasText: /^whsec_/ });
  await expect(secret).toBeVisible();
  await look('signer-secret');
  const process = new SignerProcess(key, [(await secret.textContent()) ?? ''], world.signerPort);
  process.rules(rulesOf(world));
  await process.start();
  await vaults.button('I have stored it').click();
  await vaults.button('Try it').last().click();
  await expect(vaults.main.getByText(/^It works/)).toBeVisible();
  await look('signer-tried');
  await vaults.button('Let it sign from now on').click();
  await look('signer-question');
  await page.getByRole('dialog').getByRole('button', { name: 'Let it sign', exact: true }).click();
  await expect(vaults.main.getByText(/signs each payout of this vault/)).toBeVisible();
  await vaultOnChain(world).setSigner(usdt(1_000_000));
  return {
    end: () => process.end(),
    /** The merchant's server makes the key of a link, writes it down for the signer, and adds its secret to the link. */
    newLink: async (reference: string) => {
      const secret = generatePrivateKey();
      const { address } = privateKeyToAccount(secret);
      process.rules({ ...rulesOf(world), links_file: process.links({ [reference]: address }) });
      const payout = await world.merchant.createPayout({
        reference,
        recipient: { type: 'anyone', claim_key: address },
      });
      const digits = secret.slice(2);
      return { ...payout, part: `#k=${digits}`, digits, whole: `${payout.claim_url}#k=${digits}` };
    },
  };
}
export type OwnSigner = Awaited<ReturnType<typeof chooseOwnSigner>>;
