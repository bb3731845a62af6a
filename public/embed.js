/*!
 * Drawbridge embed: opens a claim page inside your own page, or in a tab, and tells you how it goes.
 *
 *   <script src="https://your-portal/embed.js"></script>
 *   const claim = Drawbridge.open({
 *     url: payout.claim_url,            // from POST /api/v1/payouts
 *     mode: 'iframe',                   // 'iframe' (default) or 'tab'
 *     container: '#payout',             // iframe only: an element or a selector
 *     onStatus: ({ status, version }) => { … },
 *   });
 *   claim.close();                      // removes the frame or closes the tab, and stops listening
 *
 * The frame is as high as what it shows.
 * `onStatus` gets { type: 'drawbridge:status', status, version }: once when the page is there, then at each change.
 * It is for your page's looks only. Deliver goods on the webhook, never on this: a browser can be made to say anything.
 * Your page's origin must be one of those listed for your merchant, else the frame stays empty and no status comes.
 * Call it with mode 'tab' inside a click, or the browser blocks the tab; `opened` is then false: show a link instead.
 */
(() => {
  const type = 'drawbridge:status';
  const heights = { least: 480, most: 4000 };

  /** The status in a message, or null unless it is from that window, that origin, well-formed and newer than `last`. */
  function readStatus(event, origin, source, last) {
    const data = event.data;
    if (event.origin !== origin || event.source !== source || source === null) return null;
    if (data === null || typeof data !== 'object' || data.type !== type) return null;
    if (typeof data.status !== 'string' || !Number.isInteger(data.version) || data.version <= last) return null;
    return { type, status: data.status, version: data.version };
  }

  /** How high the page in the frame is, or null: asked of the same window and origin, and kept within bounds. */
  function readHeight(event, origin, source) {
    const data = event.data;
    if (event.origin !== origin || event.source !== source || source === null) return null;
    if (data === null || typeof data !== 'object' || data.type !== 'drawbridge:height') return null;
    if (!Number.isInteger(data.height) || data.height < 1) return null;
    return Math.min(Math.max(data.height, heights.least), heights.most);
  }

  function claimUrl(text) {
    const url = new URL(text, location.href);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw new TypeError('Drawbridge: url must be a web address');
    return url;
  }

  function openFrame(url, container) {
    const place = typeof container === 'string' ? document.querySelector(container) : container;
    if (!place) throw new TypeError('Drawbridge: container was not found');
    const frame = document.createElement('iframe');
    frame.src = url.href;
    frame.title = 'Your payout';
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'no-referrer';
    frame.style.cssText = 'border:0;width:100%;height:760px;color-scheme:normal';
    place.append(frame);
    const grow = (height) => {
      frame.style.height = `${height}px`;
    };
    return { source: () => frame.contentWindow, opened: true, grow, close: () => frame.remove() };
  }

  function openTab(url) {
    const tab = window.open(url.href, '_blank');
    return { source: () => tab, opened: tab !== null, close: () => tab?.close() };
  }

  function open({ url: text, mode = 'iframe', container, onStatus = () => {} }) {
    const url = claimUrl(text);
    const shown = mode === 'tab' ? openTab(url) : openFrame(url, container);
    let last = -1;
    const listen = (event) => {
      const height = readHeight(event, url.origin, shown.source());
      if (height !== null) shown.grow?.(height);
      const status = readStatus(event, url.origin, shown.source(), last);
      if (!status) return;
      last = status.version;
      onStatus(status);
    };
    addEventListener('message', listen);
    return {
      opened: shown.opened,
      close() {
        removeEventListener('message', listen);
        shown.close();
      },
    };
  }

  globalThis.Drawbridge = { open, readStatus };
})();
