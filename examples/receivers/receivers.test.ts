import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '@/db/processes';

/** The receivers of docs/webhooks.md, each run as a merchant would run it, against a portal that answers reads. */

const page = readFileSync('docs/webhooks.md', 'utf8');
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(32, 6).toString('base64')}`;
const body = JSON.stringify({
  type: 'payout.completed',
  data: { id: 'po_1', version: 5, description: 'Rückzahlung ✓' },
});
const acted = 'order-1004 completed 5';

type Language = {
  name: string;
  fence: string;
  file: string;
  needs: string[];
  run(file: string, port: number): string[];
};

const languages: Language[] = [
  {
    name: 'Node',
    fence: 'js',
    file: 'receive.mjs',
    needs: [process.execPath, '--version'],
    run: (file) => [process.execPath, file],
  },
  {
    name: 'Python',
    fence: 'python',
    file: 'receive.py',
    needs: ['python3', '--version'],
    run: (file) => ['python3', file],
  },
  {
    name: 'PHP',
    fence: 'php',
    file: 'receive.php',
    needs: ['php', '--version'],
    run: (file, port) => ['php', '-S', `127.0.0.1:${port}`, file],
  },
  { name: 'Go', fence: 'go', file: 'receive.go', needs: ['go', 'version'], run: (file) => [compileGo(file)] },
];

let directory: string;
let portal: http.Server;
let portalUrl: string;
/** Answers of the portal's next reads, instead of the payout. */
const trouble: number[] = [];

function compileGo(file: string): string {
  const program = path.resolve(directory, 'receive-go');
  const { status, stderr } = spawnSync('go', ['build', '-o', program, path.resolve(file)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return program;
}

function isInstalled([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Resolves when something listens there. */
async function untilOpen(port: number): Promise<void> {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } catch {
    await pause(50);
    await untilOpen(port);
  } finally {
    socket.destroy();
  }
}

beforeAll(async () => {
  mkdirSync('.tmp', { recursive: true });
  directory = mkdtempSync(path.join('.tmp', 'receivers-'));
  const port = await freePort();
  portalUrl = `http://127.0.0.1:${port}`;
  portal = http.createServer((request, response) => {
    const isAsked = request.url === '/api/v1/payouts/po_1' && request.headers.authorization === 'Bearer db_test_key';
    response.writeHead(trouble.shift() ?? (isAsked ? 200 : 404), { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: 'po_1', reference: 'order-1004', status: 'completed', version: 5 }));
  });
  portal.listen(port, '127.0.0.1');
  await once(portal, 'listening');
});
afterAll(() => {
  portal.closeAllConnections();
  portal.close();
  rmSync(directory, { recursive: true, force: true });
});

test.each(languages)('the page shows the receiver in $name as it is run here', ({ fence, file }) => {
  expect(page).toContain(`\`\`\`${fence}\n${readFileSync(`examples/receivers/${file}`, 'utf8')}\`\`\``);
});

describe.for(languages)('the receiver in $name', (language) => {
  let receiver: ChildProcess;
  let url: string;
  let said = '';
  const installed = isInstalled(language.needs);

  beforeAll(async () => {
    trouble.length = 0;
    if (!installed) return;
    const port = await freePort();
    url = `http://127.0.0.1:${port}/webhooks`;
    const [command = '', ...args] = language.run(`examples/receivers/${language.file}`, port);
    const settings = {
      WEBHOOK_SECRET: secret,
      DRAWBRIDGE_URL: portalUrl,
      DRAWBRIDGE_API_KEY: 'db_test_key',
      PORT: String(port),
    };
    receiver = spawn(command, args, { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [receiver.stdout, receiver.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    await untilOpen(port);
  }, 60_000);
  afterAll(async () => {
    if (!receiver) return;
    receiver.kill();
    await once(receiver, 'exit');
  });

  type Sent = { id: string; secrets?: string[]; at?: Date; tail?: string; headers?: Record<string, string> };

  /** Sends what we would send and answers the status. */
  async function send({ id, secrets = [secret], at = new Date(), tail = '', headers }: Sent): Promise<number> {
    const signatures = secrets.map((one) => new Webhook(one).sign(id, at, body));
    const ours = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    };
    const response = await fetch(url, { method: 'POST', headers: headers ?? ours, body: body + tail });
    return response.status;
  }
  const timesActed = () => said.split(acted).length - 1;

  test.runIf(installed)(
    'acts once on what is genuine, however often and by whichever of two secrets it is signed',
    async () => {
      const id = `ev_${language.fence}_${process.pid}_once`;
      expect(await send({ id })).toBe(204);
      expect(await send({ id })).toBe(204);
      expect(await send({ id, secrets: [otherSecret, secret] })).toBe(204);
      expect(timesActed()).toBe(1);
    },
  );

  test.runIf(installed)(
    'refuses what is tampered with, old, from the future, signed by another or not at all',
    async () => {
      const before = timesActed();
      const id = `ev_${language.fence}_${process.pid}_bad`;
      expect(await send({ id, tail: ' ' })).toBe(401);
      expect(await send({ id, secrets: [otherSecret] })).toBe(401);
      expect(await send({ id, at: new Date(Date.now() - 310_000) })).toBe(401);
      expect(await send({ id, at: new Date(Date.now() + 310_000) })).toBe(401);
      expect(await send({ id, headers: {} })).toBe(401);
      expect(
        await send({ id, headers: { 'webhook-id': id, 'webhook-timestamp': 'now', 'webhook-signature': 'v1,' } }),
      ).toBe(401);
      expect(timesActed()).toBe(before);
    },
  );

  test.runIf(installed)('has it sent again when it cannot read back, and acts then', async () => {
    const before = timesActed();
    const id = `ev_${language.fence}_${process.pid}_later`;
    trouble.push(503);
    expect(await send({ id })).toBe(500);
    expect(timesActed()).toBe(before);
    expect(await send({ id })).toBe(204);
    expect(timesActed()).toBe(before + 1);
  });
});
