import { type ErrorFacts, NoAnswerError, type ProblemAnswer, ProblemError } from './errors.ts';
import { webCrypto } from './web-crypto.ts';
import { type Operations, operations } from './wire.ts';

/** One call of the API: sent, and sent again where that does nothing twice. */

export type Settings = {
  apiKey: string;
  /** Where the portal is, such as `https://pay.example.com`. */
  baseUrl: string;
  /** Used instead of the platform's own. */
  fetch?: typeof fetch;
  /** In milliseconds, for one attempt and its whole answer; 30,000 where it is not given, Infinity for as long as it takes. */
  timeout?: number;
  /** How often a call is sent again; 2 where it is not given. */
  maxRetries?: number;
};

export type CallOptions = { timeout?: number; maxRetries?: number; signal?: AbortSignal };
export type KeyedOptions = CallOptions & {
  /** Yours, if you can keep it with what you ask for, so that asking again after a crash does nothing twice. */
  idempotencyKey?: string;
};

export type OperationId = keyof Operations;
type Answer<Id extends OperationId> = Operations[Id]['answer'];
export type Call = <Id extends OperationId>(
  id: Id,
  input: Omit<Operations[Id], 'answer'>,
  options?: KeyedOptions,
) => Promise<Answer<Id>>;

type Input = { path?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
type Attempt<Value> = { kind: 'answered'; answer: Value } | Failure;
type Failure =
  | { kind: 'problem'; requestId: string | null; answer: ProblemAnswer }
  | { kind: 'silent'; requestId: null; reason: NoAnswerError['reason']; cause: unknown };

const maxWaitMs = 60_000;
/** Timers that are set for longer go off at once. */
const maxTimerMs = 2 ** 31 - 1;
const requestIds = new WeakMap<object, string>();

/** The id under which the portal logged the request that this answer came from. */
export function requestIdOf(answer: object): string | null {
  return requestIds.get(answer) ?? null;
}

/** Every `fetch` takes dots for a step in the address, however they are written: the call would reach another operation. */
function partOf(value: string, name: string): string {
  if (/^\.{0,2}$/.test(value)) throw new TypeError(`"${value}" is no ${name}.`);
  return encodeURIComponent(value);
}

/** What no header can carry would be left out on the way, and what is sent again without its key is done twice. */
async function keyOf(given: string | undefined): Promise<string> {
  const key = given ?? (await webCrypto()).randomUUID();
  if (/^[ -~]{1,255}$/.test(key) && key.trim() !== '') return key;
  throw new TypeError('An idempotencyKey is 1 to 255 letters, digits and signs of ASCII.');
}

function addressOf(baseUrl: string, pattern: string, { path = {}, query = {} }: Input): string {
  const place = pattern.replace(/\{(\w+)\}/g, (_all, name: string) => partOf(path[name] ?? '', name));
  const asked = Object.entries(query).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
  return `${baseUrl.replace(/\/+$/, '')}${place}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`;
}

async function readAnswer<Value>(response: Response): Promise<Attempt<Value>> {
  const requestId = response.headers.get('x-request-id');
  const text = await response.text();
  if (response.ok) {
    const answer = text === '' ? undefined : JSON.parse(text);
    if (requestId && typeof answer === 'object' && answer) requestIds.set(answer, requestId);
    return { kind: 'answered', answer };
  }
  const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const facts = { status: response.status, retryAfterSeconds: Number.isNaN(wait) ? null : wait };
  return { kind: 'problem', requestId, answer: { ...facts, problem: readProblem(text) } };
}

function readProblem(text: string): ProblemAnswer['problem'] {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

async function attempt<Value>(
  send: typeof fetch,
  url: string,
  init: RequestInit,
  options: CallOptions,
): Promise<Attempt<Value>> {
  const stop = new AbortController();
  let reason: NoAnswerError['reason'] = 'network';
  const stopFor = (why: 'timeout' | 'aborted') => {
    reason = why;
    stop.abort();
  };
  const abort = () => stopFor('aborted');
  const { timeout = 30_000 } = options;
  const timer = timeout > maxTimerMs ? undefined : setTimeout(stopFor, timeout, 'timeout');
  options.signal?.addEventListener('abort', abort);
  if (options.signal?.aborted) abort();
  try {
    // A redirect is no answer of the portal's, and what follows one would carry the key with it.
    return await readAnswer(await send(url, { ...init, redirect: 'manual', signal: stop.signal }));
  } catch (cause) {
    return { kind: 'silent', requestId: null, reason, cause };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

const isRunning = (failure: Failure) =>
  failure.kind === 'problem' && failure.answer.problem.code === 'idempotency_in_progress';

/** Whether this attempt leaves open if what was asked for is done. */
function leavesOpen(failure: Failure): boolean {
  if (failure.kind === 'silent' || isRunning(failure)) return true;
  return failure.answer.status >= 500 || failure.answer.status === 408;
}

/** A clear answer to the request itself: what an earlier attempt did under the same key would have been answered instead. */
const settles = ({ answer }: { answer: ProblemAnswer }) => [400, 404, 409, 410, 413, 415, 422].includes(answer.status);

/** How long to wait before the next attempt, in milliseconds; null where there should be none. */
function waitBefore(attempts: number, failure: Failure, isRepeatable: boolean): number | null {
  if (failure.kind === 'silent' && failure.reason === 'aborted') return null;
  const isLater = failure.kind === 'problem' && failure.answer.status === 429;
  if (!isLater && !(leavesOpen(failure) && isRepeatable)) return null;
  const wait = Math.min(8_000, 500 * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
  const asked = failure.kind === 'problem' ? (failure.answer.retryAfterSeconds ?? 0) * 1_000 : 0;
  return asked > maxWaitMs ? null : Math.max(wait, asked);
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}

const errorOf = (failure: Failure, facts: ErrorFacts) =>
  failure.kind === 'problem'
    ? new ProblemError(failure.answer, facts)
    : new NoAnswerError(failure.reason, facts, failure.cause);

export function caller(settings: Settings): Call {
  const send = settings.fetch ?? fetch;
  return async <Id extends OperationId>(id: Id, input: Input, given: KeyedOptions = {}) => {
    const [method, pattern, kind] = operations[id];
    const options = { ...given, timeout: given.timeout ?? settings.timeout };
    const maxRetries = given.maxRetries ?? settings.maxRetries ?? 2;
    const key = kind === 'keyed' ? await keyOf(given.idempotencyKey) : null;
    const headers = {
      authorization: `Bearer ${settings.apiKey}`,
      ...(input.body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== null && { 'idempotency-key': key }),
    };
    const init = { method, headers, body: input.body === undefined ? undefined : JSON.stringify(input.body) };
    const url = addressOf(settings.baseUrl, pattern, input);
    const isRepeatable = method !== 'POST' || key !== null;
    let isOpen = false;
    for (let attempts = 1; ; attempts++) {
      const outcome = await attempt<Answer<Id>>(send, url, init, options);
      if (outcome.kind === 'answered') return outcome.answer;
      isOpen = method !== 'GET' && (isOpen || leavesOpen(outcome));
      const wait = attempts > maxRetries ? null : waitBefore(attempts, outcome, isRepeatable);
      const isClear = key !== null && outcome.kind === 'problem' && !isRunning(outcome) && settles(outcome);
      const facts = { requestId: outcome.requestId, idempotencyKey: key, attempts };
      if (wait === null) throw errorOf(outcome, { ...facts, mayHaveSucceeded: isOpen && !isClear });
      await pause(wait, options.signal);
    }
  };
}
