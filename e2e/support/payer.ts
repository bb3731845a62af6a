import type { Page } from '@playwright/test';
import { payPage } from '@/e2e/pages/pay-page';
import { newPerson, type Person } from './chain';
import { deskOf } from './desk';
import { walletOn } from './wallet';
import type { World } from './world';

/** A payout to be paid by hand, to a new payee. */
export const byHand = ({ merchant }: World, given: Record<string, unknown> = {}) =>
  merchant.createPayout({
    ...{ rail: 'wallet', description: 'Salary' },
    ...{ recipient: { type: 'wallet', address: newPerson().address }, ...given },
  });

/** How a payout stands, for polling. */
export const statusOf =
  ({ merchant }: World, id: string) =>
  async () =>
    (await merchant.payout(id)).status;

/** Whole test tokens in the units of the chain. */
export const inUsdt = (whole: number) => BigInt(whole) * 1_000_000n;

type Payer = {
  /** What the wallet holds, in whole tokens. */
  tokens?: bigint;
  /** Who pays instead of a new key, such as a Safe. */
  from?: Person;
  others?: readonly Person[];
  /** Whether the wallet has signed for the merchant before. */
  proved?: boolean;
};

/** A payer at the desk who has just confirmed that it is them, with a wallet that signs in the test's process. */
export async function payerAtDesk(
  world: World,
  page: Page,
  { tokens = 1_000n, from, others = [], proved = true }: Payer = {},
) {
  const person = from ?? (await world.chain.payer(tokens));
  const wallet = walletOn(world.chain, [person, ...others]);
  await wallet.install(page.context());
  const desk = deskOf(world.demo);
  if (proved) for (const { address } of [person, ...others]) await desk.proved(address);
  const member = await desk.join('payer');
  await desk.enter(page, member, '/dashboard/pay');
  await desk.confirmed(member);
  return { person, wallet, member, desk, pay: payPage(page, world.demo.baseUrl) };
}
