import { deskRoutes } from '@/app/api/desk/routes';
import { methods, type RouteHandler } from '@/lib/http/pipeline/resource';
import type { Descriptor } from '@/lib/http/pipeline/route';
import type { TestBrowser } from '@/lib/http/testing/test-browser';
import type { Attempt, Expectation } from './expectation';
import { expectations } from './expectations';

export type DeskOperation = {
  name: string;
  method: string;
  handler: RouteHandler;
  /** What a member needs for it; `any` where every member may. Null: the route names none. */
  permission: string | null;
};

function memberPermissionOf(facts: Pick<Descriptor, 'permission'> | undefined): string | null {
  const permission = facts?.permission;
  return typeof permission === 'object' && 'member' in permission ? permission.member : null;
}

/** Everything that a page of ours can ask, the door included. */
export const everyOperation: DeskOperation[] = deskRoutes.flatMap((one) => {
  // What answers with a stream has no descriptor, and only GET.
  const isStream = methods.every((method) => one[method].operation === undefined);
  return methods.flatMap((method) => {
    const handler = one[method];
    const answers = handler.operation !== undefined || (isStream && method === 'GET');
    const permission = memberPermissionOf(handler.operation?.descriptor ?? handler.streams);
    return answers ? [{ name: `${method} ${handler.path}`, method, handler, permission }] : [];
  });
});

/** Everything that a signed-in person can ask of the desk. */
export const operations = everyOperation.filter(({ handler }) => handler.path.startsWith('/api/desk/'));

/** Fails for a new operation until the table says who may call it and what strangers get. */
export function expectationOf(name: string): Expectation {
  const found = expectations[name];
  if (!found)
    throw new Error(`Write down in app/api/desk/testing/expectations.ts who may ${name}, and what others get`);
  return found;
}

/** Answers with status, code and text; a stream without end is only begun. */
export async function attempt(
  browser: TestBrowser,
  { method, handler }: DeskOperation,
  wanted: Omit<Attempt, 'answer'>,
) {
  const { id = '', body, query } = wanted;
  const answer = await browser.send(handler, { method, params: { id }, body, query });
  const endless = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (endless) await answer.body?.cancel();
  const text = endless ? '' : await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const code: string | undefined = isProblem ? JSON.parse(text).code : undefined;
  return { status: answer.status, code, text };
}
