/** Runs in the page: an EIP-1193 provider without a key of its own, announced by EIP-6963. It must stand alone. */

type Listener = (value: unknown) => void;
type Answer = { result?: unknown; error?: { code: number; message: string } };
export type WalletNews = { event: string; value: unknown };

declare global {
  interface Window {
    testWallet(method: string, params: readonly unknown[]): Promise<Answer>;
  }
  interface WindowEventMap {
    'test-wallet': CustomEvent<WalletNews>;
  }
}

export function announceTestWallet(): void {
  const listeners = new Map<string, Set<Listener>>();
  const provider = {
    async request({ method, params = [] }: { method: string; params?: readonly unknown[] }): Promise<unknown> {
      const { result, error } = await window.testWallet(method, params);
      if (error) throw Object.assign(new Error(error.message), { code: error.code });
      return result;
    },
    on(event: string, listener: Listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      return provider;
    },
    removeListener(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener);
      return provider;
    },
  };
  window.addEventListener('test-wallet', ({ detail }) => {
    for (const listener of listeners.get(detail.event) ?? []) listener(detail.value);
  });
  const picture =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='teal'/></svg>";
  const info = Object.freeze({
    uuid: '350670db-19fa-4704-a166-e52e178b59d2',
    name: 'Test Wallet',
    icon: `data:image/svg+xml,${encodeURIComponent(picture)}`,
    rdns: 'test.drawbridge.wallet',
  });
  const announce = () => {
    const detail = Object.freeze({ info, provider });
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  };
  window.addEventListener('eip6963:requestProvider', announce);
  announce();
}
