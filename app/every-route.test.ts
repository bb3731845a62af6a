import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as unknown from '@/app/api/[...unknown]/route';
import * as auth from '@/app/api/auth/[...nextauth]/route';
import { deskRoutes } from '@/app/api/desk/routes';
import * as hooks from '@/app/api/hooks/[dialect]/[source]/route';
import * as rewardHook from '@/app/api/hooks/adjoe/[source]/route';
import * as mailHook from '@/app/api/hooks/mail/[source]/route';
import * as optOut from '@/app/api/mail/opt-out/[mark]/route';
import { operatorRoutes } from '@/app/api/operator/routes';
import { coindirectRoutes } from '@/app/api/v1/pay/coindirect-routes';
import { routes } from '@/app/api/v1/routes';
import { methods, type Resource } from '@/lib/http/pipeline/resource';
import { call, testPortal } from '@/lib/http/testing/test-portal';

/** No address of the portal is outside of the tests that attack it, and none answers without the headers that protect it. */
testPortal();

const listed: readonly Resource[] = [...routes, ...deskRoutes, ...operatorRoutes];

/** Addresses outside of the lists, and where they are attacked. */
const others: Readonly<Record<string, string>> = {
  '/api/{unknown}': 'lib/http/pipeline/route.test.ts',
  '/api/v1/createpayout': 'app/api/v1/createpayout/dex3.test.ts',
  '/api/v1/getmerchantstatus': 'app/api/v1/createpayout/dex3.test.ts',
  '/api/v1/getpayoutdata/{id}': 'app/api/v1/createpayout/dex3.test.ts',
  '/api/v1/getpayoutstatus/{id}': 'app/api/v1/createpayout/dex3.test.ts',
  '/api/auth/{nextauth}': 'lib/http/pipeline/auth-handler.test.ts',
  '/api/hooks/{dialect}/{source}': 'app/api/hooks/receive.test.ts',
  '/api/hooks/adjoe/{source}': 'app/api/hooks/adjoe.test.ts',
  '/api/hooks/mail/{source}': 'lib/payouts/mails/mails.test.ts',
  '/api/mail/opt-out/{mark}': 'lib/payouts/mails/mails.test.ts',
  '/api/logos/{hash}': 'app/api/logos/logos.test.ts',
  '/api/v1/export': 'lib/leaving/leaving.test.ts',
  '/api/metrics': 'app/api/metrics/metrics.test.ts',
  ...Object.fromEntries(coindirectRoutes.map(({ GET }) => [GET.path, 'app/api/v1/pay/hawk.test.ts'])),
  '/dev/claim': 'app/dev/doors.test.ts',
  '/dev/mailbox': 'app/dev/doors.test.ts',
  '/dev/rpc': 'app/dev/doors.test.ts',
  '/dev/wallet-signer.js': 'app/dev/doors.test.ts',
  '/dev/wallet.js': 'app/dev/doors.test.ts',
};

/** What may be asked without a key, a session or a page of ours. Each is added on purpose. */
const openToAll = [
  'GET /.well-known/jwks.json',
  'GET /api/health',
  'GET /api/v1/claims/{token}',
  'GET /api/v1/claims/{token}/receipt',
  'GET /api/v1/openapi.json',
  'GET /api/v1/order-links/{token}',
  'GET /api/v1/verifications/{token}',
  'POST /api/v1/claims/{token}',
  'POST /api/v1/claims/{token}/code',
  'POST /api/v1/claims/{token}/destination',
  'POST /api/v1/claims/{token}/dispute',
  'POST /api/v1/claims/{token}/proof',
  'POST /api/v1/claims/{token}/proof/message',
  'POST /api/v1/claims/{token}/quote',
  'POST /api/v1/claims/{token}/quote/accept',
  'POST /api/v1/claims/{token}/reminder',
  'POST /api/v1/claims/{token}/send',
  'POST /api/v1/claims/{token}/transfers',
  'POST /api/v1/order-links/{token}/extension',
  'POST /api/v1/order-links/{token}/objection',
  'POST /api/v1/verifications/{token}',
  'POST /api/v1/verifications/{token}/message',
];

const filesOfApp = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) =>
  path.posix.join(...file.split(path.sep)),
);

test('every address that answers by itself is in a list whose members are attacked', () => {
  const onDisk = filesOfApp
    .filter((file) => /^route\.[a-z]+$/.test(path.basename(file)))
    .map((file) => `/${path.dirname(file)}`.replace(/\/\([^)]*\)/g, '').replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}'));
  expect(onDisk.toSorted()).toEqual([...listed.map(({ GET }) => GET.path), ...Object.keys(others)].toSorted());
  expect(Object.values(others).filter((file) => !existsSync(file))).toEqual([]);
});

test('what is open to all is what was meant to be', () => {
  const open = listed.flatMap((one) =>
    methods.flatMap((method) => {
      const permission = one[method].operation?.descriptor.permission ?? one[method].streams?.permission;
      return permission === 'public' || permission === 'claimant' ? [`${method} ${one.GET.path}`] : [];
    }),
  );
  expect(open.toSorted()).toEqual(openToAll);
});

test('nothing acts but through these addresses: no page has actions of its own', () => {
  const sources = filesOfApp.filter((file) => /\.tsx?$/.test(file)).map((file) => `app/${file}`);
  const components = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `components/${file}`);
  const acting = [...sources, ...components].filter((file) =>
    /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')),
  );
  expect(acting).toEqual([]);
});

/** What caches may hold: it is the same for all. */
const keptByOthers = new Map([['/.well-known/jwks.json 200', 'public, max-age=300']]);

const answering = [...listed, ...coindirectRoutes, hooks, rewardHook, mailHook, optOut, auth, unknown].flatMap((one) =>
  [...methods, 'HEAD' as const, 'OPTIONS' as const].map((method) => ({
    method,
    path: one.GET.path,
    handler: one[method],
  })),
);

test.each(answering)(
  '$method $path answers strangers with every protecting header and nothing of its inside',
  async (one) => {
    const params = { id: 'x', token: 'x', dialect: 'nitro', source: 'x', uuid: 'x', unknown: 'x', nextauth: 'csrf' };
    const answer = await call(one.handler, { method: one.method, params });
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    const text = await answer.text();
    expect(text).not.toMatch(/node_modules|\bat .*\.ts:|select .* from|Failed query/);
    const kept = answer.headers.get('cache-control') ?? 'no-store';
    expect(kept).toContain(keptByOthers.get(`${one.path} ${answer.status}`) ?? 'no-store');
    const credentials = answer.headers.get('access-control-allow-credentials');
    expect(credentials).toBeNull();
  },
);
