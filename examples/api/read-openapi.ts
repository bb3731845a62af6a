import { env } from 'node:process';

const { DRAWBRIDGE_URL } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/openapi.json`);
const document = await response.json();
if (!response.ok) throw new Error(`${document.code}: ${document.detail}`);

console.log(Object.keys(document.paths));
