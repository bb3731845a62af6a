import http from 'node:http';
import https from 'node:https';
import { Refusal } from '@/lib/kernel/errors';
import { guardedLookup, isAllowedPrivate, parseTarget, type TargetRules } from './target-url';

/** Each hop is an address that is checked as the first one is. */
const maxHops = 3;

export type DownloadSettings = {
  rules: TargetRules;
  timeoutMs: number;
  maxBytes: number;
  /** Each piece as it comes, so that nothing has to hold the whole. */
  onChunk(chunk: Buffer): void;
};

/** `error` in words where not all of it came; what was handed on until then is worth nothing. */
export type Download = { error: string | null };

/** Fetches one file piece by piece, over at most three redirects. Never throws: the outcome tells what happened. */
export async function download(target: string, settings: DownloadSettings): Promise<Download> {
  const until = performance.now() + settings.timeoutMs;
  let url = target;
  for (let hop = 0; hop <= maxHops; hop++) {
    const fetched = await fetchOnce(url, settings, until);
    if (fetched.location === undefined) return { error: fetched.error };
    url = URL.canParse(fetched.location, url) ? new URL(fetched.location, url).href : fetched.location;
  }
  return { error: `It was redirected more than ${maxHops} times.` };
}

type Fetched = { error: string | null; location?: string };

function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.title}. ${error.facts.detail ?? ''}`.trim();
  return error instanceof Error ? `The request failed: ${error.message}`.slice(0, 200) : 'The request failed.';
}

function fetchOnce(target: string, settings: DownloadSettings, until: number): Promise<Fetched> {
  return new Promise((resolve) => {
    try {
      const request = open(parseTarget(target, settings.rules), settings.rules);
      const end = (fetched: Fetched) => {
        clearTimeout(deadline);
        request.destroy();
        resolve(fetched);
      };
      const deadline = setTimeout(() => end({ error: 'It did not come in time.' }), until - performance.now());
      request.on('error', (error) => end({ error: wordsOf(error) }));
      request.on('response', (response) => read(response, settings, end));
      request.end();
    } catch (error) {
      resolve({ error: wordsOf(error) });
    }
  });
}

function open(url: URL, rules: TargetRules): http.ClientRequest {
  if (!isAllowedPrivate(url, rules)) return https.request(url, { agent: false, lookup: guardedLookup(rules) });
  return url.protocol === 'http:' ? http.request(url, { agent: false }) : https.request(url, { agent: false });
}

function read(
  response: http.IncomingMessage,
  { maxBytes, onChunk }: DownloadSettings,
  end: (fetched: Fetched) => void,
): void {
  const { statusCode: status = 0, headers } = response;
  if (status !== 200) {
    const isMoved = status >= 300 && status < 400 && headers.location !== undefined;
    end(isMoved ? { error: null, location: headers.location } : { error: `The answer was ${status}.` });
    return;
  }
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) end({ error: `It is larger than ${maxBytes} bytes.` });
    else onChunk(chunk);
  });
  response.on('error', () => end({ error: 'It broke off.' }));
  response.on('close', () => end({ error: response.complete ? null : 'It broke off.' }));
}
