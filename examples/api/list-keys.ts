import { env } from 'node:process';

const { DRAWBRIDGE_URL } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/.well-known/jwks.json`);
const { keys } = await response.json();

for (const { kid, exp } of keys) console.log(kid, exp ? 'signs no more' : 'signs');
