export type PolicyFacts = {
  nonce: string;
  /** Origins whose pages may show this one in a frame. */
  embedOrigins: readonly string[];
  /** Whether phones may connect over WalletConnect, which needs its relay. */
  walletConnect: boolean;
  /** React's development build evaluates text to rebuild stack traces. */
  development: boolean;
};

const relay = ['https://*.walletconnect.com', 'https://*.walletconnect.org', 'https://*.web3modal.org'];
const relaySockets = ['wss://*.walletconnect.com', 'wss://*.walletconnect.org'];
const relayFrames = ['https://verify.walletconnect.com', 'https://verify.walletconnect.org'];

/** An origin and nothing else: what is stored must not be able to add a directive. */
const originPattern = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i;

/** The Content-Security-Policy of a page. Only scripts with this answer's nonce run, and what those load themselves. */
export function contentPolicy(facts: PolicyFacts): string {
  const framers = facts.embedOrigins.filter((origin) => originPattern.test(origin));
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${facts.nonce}'`,
      "'strict-dynamic'",
      ...(facts.development ? ["'unsafe-eval'"] : []),
    ],
    // The wallet dialog writes its styles into the page as it opens.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'https:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(facts.walletConnect ? [...relay, ...relaySockets] : [])],
    'frame-src': facts.walletConnect ? relayFrames : ["'none'"],
    'frame-ancestors': framers.length > 0 ? framers : ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
