/** Run in the page before anything of ours: what browsers, their translators and older wallets do. Each must stand alone. */

/** As a browser's translator does: every text, now and later, is taken out and stands in two `<font>` elements instead. */
export function translate(): void {
  const translated = new WeakSet<Node>();
  const wrap = (text: Node) => {
    const parent = text.parentElement;
    if (!parent || translated.has(text) || !text.nodeValue?.trim()) return;
    if (parent.closest('script, style, noscript, textarea, font, [translate="no"]')) return;
    const inner = document.createElement('font');
    const copy = document.createTextNode(text.nodeValue);
    translated.add(copy);
    inner.append(copy);
    const outer = document.createElement('font');
    outer.append(inner);
    parent.replaceChild(outer, text);
  };
  const wrapAll = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) wrap(text);
  };
  window.addEventListener('load', () => {
    // After the page has come alive, as people turn the translator on.
    setTimeout(() => {
      wrapAll();
      new MutationObserver(wrapAll).observe(document.body, { childList: true, subtree: true, characterData: true });
    }, 500);
  });
}

export function denyStorage(): void {
  const get = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', { configurable: true, get });
}

export function haveNoStorage(): void {
  Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null });
}

export function fillStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
}

export function denyClipboard(): void {
  const writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

/** An older wallet that does not announce itself, and is there from now on only. */
export function bringWallet(): void {
  const provider = {
    request: async ({ method, params = [] }: { method: string; params?: readonly unknown[] }) => {
      const { result, error } = await window.testWallet(method, params);
      if (error) throw Object.assign(new Error(error.message), { code: error.code });
      return result;
    },
    on: () => provider,
    removeListener: () => provider,
  };
  Object.defineProperty(window, 'ethereum', { configurable: true, value: provider });
  window.dispatchEvent(new Event('ethereum#initialized'));
}
