import Hawk from 'hawk';
import { z } from 'zod';
import type { Demo } from './demo-file';

const payment = z.object({ uuid: z.string(), redirectUrl: z.url() });

/** A payout without an address, as a program that was written for Coindirect asks for it. */
export async function askAsCoindirect({ baseUrl, doors: { coindirect } }: Demo, reference: string) {
  const url = `${baseUrl}/api/v1/pay/summary`;
  const { id, key, merchantId } = coindirect;
  const { header } = Hawk.client.header(url, 'POST', { credentials: { id, key, algorithm: 'sha256' } });
  const body = { merchantId, amount: 40.1, currency: 'USDT', type: 'OUT', reference };
  const headers = { authorization: header, 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return payment.parse(await answer.json());
}

/** A merchant's page that pays out as Coindirect's own does: in its order of requests, from another origin, by a uuid alone. */
export const hostedPage = (api: string, uuid: string) => `<!doctype html><title>Withdraw</title>
<h1>Confirm payout</h1>
<p>Payout of <output id="of"></output>, you receive <output id="gets"></output></p>
<label>Address where you wish to be paid <input id="address"></label>
<p role="alert" id="trouble"></p>
<button id="next" disabled>Next</button>
<script type="module">
const ask = async (method, path, body) => {
  const headers = body ? { 'content-type': 'application/json' } : {};
  const answer = await fetch('${api}' + path, { method, headers, body: body && JSON.stringify(body) });
  const data = await answer.json();
  if (!answer.ok) throw new Error(data.errorList[0].message);
  return data;
};
const [of, gets, field, trouble, next] = ['of', 'gets', 'address', 'trouble', 'next'].map((id) => document.getElementById(id));
const at = '/v1/pay/${uuid}';
const currencies = await ask('GET', '/currency/crypto?max=1000&sort=rank&order=asc');
const { quote } = await ask('GET', at);
const currency = currencies.find(({ code }) => code === quote.from).code;
const update = async (payOutInstruction) => {
  const data = await ask('PUT', at + '/update', { currency, payOutMethod: 'crypto', payOutInstruction });
  of.value = data.amount + ' ' + data.quote.from;
  gets.value = data.quote.amountOut + ' ' + data.quote.to;
};
await update(null);
field.addEventListener('input', async () => {
  const instruction = { address: field.value, code: 'crypto', currency };
  try {
    await ask('PUT', '/v1/pay/validate', instruction);
    await update(instruction);
    trouble.textContent = '';
    next.disabled = false;
  } catch (error) {
    trouble.textContent = error.message;
    next.disabled = true;
  }
});
next.addEventListener('click', async () => {
  next.disabled = true;
  await ask('PUT', at + '/accept', { successUrl: 'no_url' });
  document.querySelector('h1').textContent = 'Payout Complete';
});
</script>`;
