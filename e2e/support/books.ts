import type { Page } from '@playwright/test';
import { encodeFunctionData, erc20Abi } from 'viem';
import { deskOf, type Member } from './desk';
import { expect } from './journey';
import type { OwnWorld } from './world';

const confirmations = 3;

/** Enough blocks that what was sent is final. */
export const final = 5;

export const owedByHand = (address: string) => ({ rail: 'wallet', recipient: { type: 'wallet', address } });

export const transfer = (to: `0x${string}`, amount: bigint) =>
  encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [to, amount] });

/** Signs in a new owner who has just confirmed their identity. */
export async function signInOwner(page: Page, { demo }: OwnWorld, next: string): Promise<Member> {
  const desk = deskOf(demo);
  const member = await desk.join('owner');
  await desk.enter(page, member, next);
  await desk.confirmed(member);
  return member;
}

/** Presses "Reconcile now" until all final blocks are read. */
export async function readBooks(page: Page, { demo, chain }: OwnWorld): Promise<void> {
  const newest = Number(await chain.client.getBlockNumber()) - confirmations + 1;
  await expect(async () => {
    await page.goto(`${demo.baseUrl}/dashboard/reconciliation`);
    await page.getByRole('button', { name: 'Reconcile now' }).click();
    await expect(page.getByText(new RegExp(`up to block ${newest}\\b`))).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
}

/** The books of a vault begin with a block that follows its making, and what left before is none of their business. */
export async function beginBooks(page: Page, world: OwnWorld): Promise<void> {
  await deskOf(world.demo).proved(world.demo.wallets.admin.address);
  await world.chain.mine(final);
  await readBooks(page, world);
}
