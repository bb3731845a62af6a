import { encode } from 'next-auth/jwt';
import * as auth from '@/app/api/auth/[...nextauth]/route';
import type { TestPerson } from '@/lib/access/testing/people';
import { peerHeader } from '@/lib/http/base/address';
import { authSecret, sessionCookieName } from '@/lib/http/identity/session-cookie';
import type { RouteHandler } from '@/lib/http/pipeline/resource';

const home = 'http://localhost:3000';

export type Sent = {
  method?: string;
  body?: unknown;
  params?: Record<string, string>;
  query?: string;
  /** Headers in place of what a browser sends by itself on our own pages; null leaves one out. */
  headers?: Record<string, string | null>;
};

/** A browser on our own pages: it keeps cookies, and says where its requests come from. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly setCookies: string[] = [];

  /** Signed in as this person without going through the door. */
  static async of(person: Pick<TestPerson, 'sessionId'>): Promise<TestBrowser> {
    const browser = new TestBrowser();
    const token = await encode({ token: { sid: person.sessionId }, secret: authSecret() });
    browser.cookies.set(sessionCookieName(), token);
    return browser;
  }

  private request(path: string, { method = 'GET', body, headers = {} }: Sent): Request {
    const own: Record<string, string | null> = {
      ...{ origin: method === 'GET' ? null : home, 'sec-fetch-site': 'same-origin', 'user-agent': 'Test browser' },
      ...{ 'content-type': body === undefined ? null : 'application/json', 'x-drawbridge-desk': '1' },
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') || null,
      ...{ [peerHeader]: '203.0.113.7', ...headers },
    };
    const given = Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    return new Request(new URL(path, home), {
      method,
      headers: new Headers(given.map(([name, value]) => [name, value])),
      body: text,
    });
  }

  private keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
    return answer;
  }

  async send(handler: RouteHandler, sent: Sent = {}): Promise<Response> {
    const { params = {}, query = '' } = sent;
    const path = handler.path.replaceAll(/\{(\w+)\}/g, (_all, name) => params[name] ?? '');
    return this.keep(await handler(this.request(`${path}${query}`, sent), { params: Promise.resolve(params) }));
  }

  async askAuth(action: string, sent: Sent = {}): Promise<Response> {
    const { method = 'GET' } = sent;
    const request = this.request(`/api/auth/${action}`, sent);
    const context = { params: Promise.resolve({ nextauth: action.split('/') }) };
    return this.keep(await (method === 'POST' ? auth.POST(request, context) : auth.GET(request, context)));
  }

  async csrfToken(): Promise<string> {
    return (await (await this.askAuth('csrf')).json()).csrfToken;
  }

  /** Brings a proof to the door, as the sign-in page does. */
  async bring(by: 'wallet' | 'code' | 'passkey', proof: object, sent: Sent = {}): Promise<Response> {
    const csrfToken = await this.csrfToken();
    return this.askAuth(`callback/${by}`, { method: 'POST', body: { csrfToken, ...proof }, ...sent });
  }
}
