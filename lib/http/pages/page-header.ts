/** Path and query of the page that is asked for; `proxy.ts` writes it over what the caller sent. */
export const pageHeader = 'x-drawbridge-page';
