import { env } from 'node:process';

const { DRAWBRIDGE_URL } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/health`);
const health = await response.json();
if (!response.ok) throw new Error(`${health.code}: ${health.detail}`);

console.log(health.status);
