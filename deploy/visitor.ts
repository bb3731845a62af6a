/** `key`: a program's. `home`: the public origin of the portal's pages, where that is not the address it is asked at. */
export type VisitorFacts = { key?: string; home?: string };

/** Asks a portal as a browser on its pages does, or, with a key, as a program. It keeps cookies, and throws what is refused. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private readonly portal: string;
  private readonly key: string | undefined;
  private readonly home: string;

  constructor(portal: string, { key, home = portal }: VisitorFacts = {}) {
    this.portal = portal;
    this.key = key;
    this.home = new URL(home).origin;
  }

  private headers(method: string): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers({ 'Content-Type': 'application/json' });
    if (this.key) headers.set('Authorization', `Bearer ${this.key}`);
    if (this.key) return headers;
    headers.set('Sec-Fetch-Site', 'same-origin');
    headers.set('X-Drawbridge-Desk', '1');
    if (method === 'POST') headers.set('Origin', this.home);
    if (cookie) headers.set('Cookie', cookie);
    return headers;
  }

  private async ask(method: string, path: string, body?: object): Promise<Response> {
    const sent = { method, headers: this.headers(method), ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(new URL(path, this.portal), sent);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }

  async get(path: string): Promise<unknown> {
    return (await this.ask('GET', path)).json();
  }

  async post(path: string, body: object): Promise<unknown> {
    return (await this.ask('POST', path, body)).json();
  }

  /** Opens a page, and throws where it is none. */
  async page(path: string): Promise<void> {
    await (await this.ask('GET', path)).text();
  }
}
