import type { Page } from '@playwright/test';
import { type Address, encodeFunctionData, erc20Abi } from 'viem';
import { vaultsPage } from '@/e2e/pages/vaults-page';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import type { Person } from './chain';
import { deskOf } from './desk';
import { walletOn } from './wallet';
import type { OwnWorld } from './world';

/** Whole test tokens in base units. */
export const usdt = (whole: number) => BigInt(whole) * 1_000_000n;
/** So many blocks are more than the local chain needs until a transfer counts. */
export const final = 5;

/** What the chain says of the vault, without the page. */
export function vaultOnChain({ chain, demo }: OwnWorld) {
  const { token, contract, vault, wallets } = demo;
  const approve = (amount: bigint) =>
    chain.call(
      wallets.vault,
      token.address,
      encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [contract, amount] }),
    );
  const portalSigner = () =>
    deskOf(demo).inDatabase(async (sql): Promise<Address> => {
      const [row] = await sql`select signer_address from vaults where address = ${vault.toLowerCase()}`;
      return row?.signer_address;
    });
  const setSigner = async (capacity: bigint) => {
    const args = [await portalSigner(), token.address, capacity, usdt(100), 4_294_967_295] as const;
    await chain.call(
      wallets.vault,
      contract,
      encodeFunctionData({ abi: drawbridgeAbi, functionName: 'setSigner', args }),
    );
  };
  return {
    allowance: () =>
      chain.client.readContract({
        ...{ address: token.address, abi: erc20Abi, functionName: 'allowance', args: [vault, contract] },
      }),
    signer: async () =>
      chain.client.readContract({
        ...{ address: contract, abi: drawbridgeAbi, functionName: 'signerOf' },
        args: [vault, await portalSigner(), token.address],
      }),
    /** As USDT does on its own chain, the token takes another allowance only once there is none. */
    allow: async (whole: number) => {
      await approve(0n);
      await approve(usdt(whole));
    },
    setSigner,
  };
}

/** An owner at the page of the vaults, who has just confirmed that it is them, and a wallet that shows the first of these. */
export async function ownerAtVaults(world: OwnWorld, page: Page, people: readonly [Person, ...Person[]]) {
  const wallet = walletOn(world.chain, people);
  await wallet.install(page.context());
  const desk = deskOf(world.demo);
  const member = await desk.join('owner');
  await desk.enter(page, member, '/dashboard/vaults');
  await desk.confirmed(member);
  return { wallet, member, desk, vaults: vaultsPage(page, world.demo.baseUrl) };
}

/** As the demo had it, for the journeys that follow. */
export async function restoreVault(world: OwnWorld): Promise<void> {
  const onChain = vaultOnChain(world);
  await onChain.allow(100_000);
  await onChain.setSigner(usdt(1_000_000));
}
