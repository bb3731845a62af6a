/** WebCrypto is a global everywhere but in Node 18. The name is not written out, so that no bundler looks for it. */
export async function webCrypto(): Promise<Crypto> {
  if (globalThis.crypto) return globalThis.crypto;
  const name = ['node', 'crypto'].join(':');
  return (await import(name)).webcrypto;
}
