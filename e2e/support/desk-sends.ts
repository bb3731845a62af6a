import type { Page } from '@playwright/test';

/** What a page of the desk asks the portal to change, from now on: method and path, in their order. */
export function sendsOf(page: Page): readonly string[] {
  const sends: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/desk/') && request.method() !== 'GET') sends.push(`${request.method()} ${pathname}`);
  });
  return sends;
}
