import { env } from 'node:process';

const { DRAWBRIDGE_URL, ORDER_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/order-links/${ORDER_TOKEN}`);
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

console.log(order.stage, order.pays_at);
