import { createPublicKey, verify } from 'node:crypto';
import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/receipt`);
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

/** Whether a portal that you trust signed this text, by its own list of keys. */
async function isSigned(receipt: string, portal: string): Promise<boolean> {
  const [header = '', content = '', signature = ''] = receipt.split('.');
  const { alg, typ, kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const { keys } = await (await fetch(`${portal}/.well-known/jwks.json`)).json();
  const jwk = keys.find((key: { kid: string }) => key.kid === kid);
  if (alg !== 'EdDSA' || typ !== 'receipt+jwt' || !jwk) return false;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, Buffer.from(`${header}.${content}`), key, Buffer.from(signature, 'base64url'));
}

console.log(await isSigned(answer.receipt, `${DRAWBRIDGE_URL}`), answer.decoded.net.text);
