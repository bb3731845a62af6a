import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

/** A collector that speaks OTLP over HTTP, as JSON, and keeps each span and every byte that it got. */
const otlp = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              ...{ name: z.string(), traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional() },
              status: z.object({ code: z.number(), message: z.string().optional() }),
              attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
            }),
          ),
        }),
      ),
    }),
  ),
});
type Told = z.infer<typeof otlp>['resourceSpans'][number]['scopeSpans'][number]['spans'][number];

const received = { bytes: '', paths: new Set<string>(), services: new Set<unknown>() };
const spans: Told[] = [];
const collector = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  received.bytes += body;
  received.paths.add(`${request.method} ${request.url}`);
  for (const { resource, scopeSpans: scopes } of otlp.parse(JSON.parse(body)).resourceSpans) {
    spans.push(...scopes.flatMap((scope) => scope.spans));
    received.services.add(resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue);
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});
const receiver = http.createServer((_request, response) => response.writeHead(204).end());

const portOf = (server: http.Server) => Object(server.address() satisfies AddressInfo | string | null).port;
const listening = async (server: http.Server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
};

const secret = 'a-token-of-a-claim-link';
const mailbox = 'ann@shop.example';
const lines: string[] = [];

/** What runs in a worker and in a portal, on the real SDK; the settings are read as the modules are. */
beforeAll(async () => {
  await Promise.all([listening(collector), listening(receiver)]);
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${portOf(collector)}/`;
  const { startTraces } = await import('./start-traces');
  const stop = await startTraces('worker');
  await runJob();
  await sendWebhook();
  await answerRequests();
  await answerAtDoor();
  await stop();
});
afterAll(() => {
  collector.close();
  receiver.close();
});

async function runJob() {
  const { traced } = await import('@/lib/kernel/traced');
  const { openLog } = await import('@/lib/kernel/log');
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  const log = openLog('info', sink);
  const idle = { isIdle: (more: boolean) => !more, root: true };
  await traced('job idle', { job: 'idle' }, async () => false, idle);
  const read = () => traced('read local', { chain: 'local' }, async () => log.info('looked'));
  await traced('job watch', { job: 'watch' }, () => read().then(() => false), idle);
  const failing = () => Promise.reject(new Error(`No mail to ${mailbox} at /p/${secret}`));
  await traced('job broken', { job: 'broken' }, failing).catch(() => log.info('outside'));
}

async function sendWebhook() {
  const { createSender } = await import('@/lib/outgoing/send');
  const host = `127.0.0.1:${portOf(receiver)}`;
  const sender = createSender({ rules: { allowedPrivateHosts: [host], resolve: async () => [] }, timeoutMs: 5_000 });
  await sender.send({
    method: 'POST',
    url: `http://${host}/${secret}`,
    headers: { authorization: secret },
    body: mailbox,
  });
  sender.close();
}

/** The spans that Next makes of a request, with Next's own tracer and the names that it gives them. */
async function answerRequests() {
  const { getTracer } = await import('next/dist/server/lib/trace/tracer');
  const { BaseServerSpan, AppRenderSpan } = await import('next/dist/server/lib/trace/constants');
  const url = `/p/${secret}?to=${mailbox}`;
  const facts = { 'http.method': 'GET', 'http.target': url, 'http.url': url };
  const spanName = `GET ${url}`;
  const route = { 'next.route': '/p/[token]', 'http.route': '/p/[token]', 'http.status_code': 200 };
  await getTracer().trace(BaseServerSpan.handleRequest, { spanName, attributes: facts }, async (span) => {
    span?.setAttributes(route);
    span?.recordException(new Error(secret));
    await getTracer().trace(AppRenderSpan.fetch, { spanName: `fetch ${spanName}`, attributes: facts }, async () => {});
  });
  await getTracer().trace(BaseServerSpan.handleRequest, { spanName, attributes: facts }, async () => {});
  trace.getTracer('another library').startSpan(secret, { attributes: { url } }).end();
}

/** A request that the door answers by itself, without the framework. */
async function answerAtDoor() {
  const { answerDirectly, offerDirectly } = await import('@/lib/http/pipeline/direct');
  const { openLog } = await import('@/lib/kernel/log');
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  const log = openLog('info', sink);
  offerDirectly('/api/v1/at-door', async () => {
    log.info('at the door');
    return Response.json({ secret }, { status: 201, headers: { location: `/p/${secret}` } });
  });
  const door = http.createServer((request, response) => void answerDirectly(request, response));
  await listening(door);
  const asked = { method: 'POST', headers: { authorization: secret }, body: mailbox };
  expect((await fetch(`http://127.0.0.1:${portOf(door)}/api/v1/at-door`, asked)).status).toBe(201);
  door.close();
}

const spanOf = (name: string) => spans.find((span) => span.name === name);
const factsOf = (name: string) =>
  Object.fromEntries((spanOf(name)?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));

test('spans of jobs, of reads and of what is sent arrive at the collector, under the service’s name', () => {
  expect([...received.paths]).toEqual(['POST /v1/traces']);
  expect([...received.services]).toEqual(['drawbridge-worker']);
  expect(factsOf('job watch')).toEqual({ job: 'watch' });
  expect(factsOf('send POST')).toEqual({ method: 'POST', status: 204, answered: true });
  expect(spanOf('read local')).toMatchObject({
    ...{ traceId: spanOf('job watch')?.traceId, parentSpanId: spanOf('job watch')?.spanId },
  });
});

test('a job that found nothing is not told, one that failed is, without a word of why', () => {
  expect(spanOf('job idle')).toBeUndefined();
  expect(spanOf('job broken')?.status).toEqual({ code: 2 });
});

test('a request is told by the pattern of its route, and what is below it by its kind', () => {
  const [first] = spans.filter(({ name }) => name === 'GET /p/[token]');
  expect(first?.attributes.map(({ key }) => key).toSorted()).toEqual([
    ...['http.method', 'http.route', 'http.status_code', 'next.route', 'next.span_type'],
  ]);
  expect(spans.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['GET /p/[token]', 'GET unknown route', 'AppRender.fetch', 'span']),
  );
});

test('a request that the door answers is told as one that the framework answers', () => {
  expect(factsOf('POST /api/v1/at-door')).toEqual({
    'http.method': 'POST',
    'http.route': '/api/v1/at-door',
    'http.status_code': 201,
  });
});

test('no token, address, header, text or error of a request or of what is sent leaves the house', () => {
  expect(received.bytes.length).toBeGreaterThan(1_000);
  for (const word of [secret, mailbox, 'ann', 'claim-link']) expect(received.bytes).not.toContain(word);
});

test('a line of the log names its trace, and one outside of a span none', () => {
  const told = lines.map((line) => JSON.parse(line));
  expect(told.map(({ msg, trace_id, span_id }) => [msg, trace_id, span_id])).toEqual([
    ['looked', spanOf('read local')?.traceId, spanOf('read local')?.spanId],
    ['outside', undefined, undefined],
    ['at the door', spanOf('POST /api/v1/at-door')?.traceId, spanOf('POST /api/v1/at-door')?.spanId],
  ]);
});
