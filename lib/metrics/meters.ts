import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Of this process alone: each portal is scraped by itself. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'drawbridge_http_request_seconds',
  help: 'Requests to the API and the pages’ own addresses, by pattern of the address',
  labelNames: ['method', 'path', 'status'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

const knownMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** `path` is the pattern, never the address: that may hold a token. A method that a caller made up is one label for all. */
export function measureRequest(call: { method: string; path: string; status: number; seconds: number }): void {
  const method = knownMethods.includes(call.method) ? call.method : 'other';
  requests.observe({ method, path: call.path, status: `${Math.floor(call.status / 100)}xx` }, call.seconds);
}

function gauge<Label extends string>(name: string, help: string, ...labelNames: Label[]) {
  return new Gauge({ name: `drawbridge_${name}`, help, labelNames, registers: [registry] });
}

export const gauges = {
  databaseUp: gauge('database_up', '1 while the database answers'),
  workerUp: gauge('worker_up', '1 while a worker was heard of within 45 seconds'),
  waiting: gauge('queue_waiting', 'What waits in a queue and is due', 'queue'),
  oldest: gauge('queue_oldest_seconds', 'How long the oldest of them has been due', 'queue'),
  failing: gauge('queue_failing', 'What waits for another try after a failed one', 'queue'),
  readAge: gauge('chain_read_age_seconds', 'Since a worker last read the chain', 'chain'),
  readNumber: gauge('chain_read_block', 'The last block that was read', 'chain'),
  stops: gauge('stops', 'Stops that stand', 'scope'),
};
