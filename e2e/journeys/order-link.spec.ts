import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { expect, test } from '@/e2e/support/journey';
import { expectSoundScreen } from '@/e2e/support/screens';
import { orderAnswer } from '@/lib/wire/order';

const shown = z.array(z.object({ subject: z.string(), text: z.string() }));

test('a buyer opens the link of their mail, takes more time, and objects in one press; looking changes nothing', async ({
  page,
  world,
}) => {
  const { merchant, demo } = world;
  const contact = `buyer-${randomUUID().slice(0, 8)}@shop.example`;
  const order = (path: string, method = 'POST', body?: object) => merchant.ask(method, `/orders${path}`, body);
  const { id } = orderAnswer.parse(
    await order('', 'POST', {
      ...{ reference: `purchase-${randomUUID().slice(0, 8)}`, amount: '25.00', asset: 'USDT', chain: 'local' },
      buyer: { id: 'buyer-1', contact },
      seller: { id: 'seller-1', address: demo.wallets.other.address },
      pay_in: { reference: 'paid' },
    }),
  );
  await order(`/${id}/deliver`, 'POST', {});
  const find = async () => {
    const url = `${demo.baseUrl}/dev/mailbox?format=json&to=${encodeURIComponent(contact)}`;
    const [mail] = shown.parse(await (await fetch(url)).json());
    return /http\S+\/o\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
  };
  await expect.poll(find, { timeout: 30_000 }).not.toBe('');
  await page.goto(await find());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('purchase-');
  await expect(page.getByText(/The seller is paid on/)).toBeVisible();
  await expectSoundScreen(page, 'order-running');
  await page.reload();
  expect(await order(`/${id}`, 'GET')).toMatchObject({ status: 'delivered', extended_until: null });

  await page.getByRole('button', { name: 'Take 7 more days' }).click();
  await expect(page.getByText('You took more time. That is possible once.')).toBeVisible();
  await page.getByLabel('What is wrong? You need not say.').fill('It arrived broken.');
  await page.getByRole('button', { name: 'Object and stop the payout' }).click();
  await expect(page.getByText(/An objection was made/)).toBeVisible();
  await expectSoundScreen(page, 'order-disputed');
  expect(await order(`/${id}`, 'GET')).toMatchObject({ status: 'disputed', dispute: { reason: 'It arrived broken.' } });
  await expect(page.getByRole('button', { name: /Object/ })).toHaveCount(0);
});
