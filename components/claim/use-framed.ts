import { useEffect } from 'react';
import { originsToTell } from './embed-origins';

/**
 * Inside another page's frame this one is a part of that page: it draws no box of its own (globals.css), and says how
 * high it is, so that the frame needs no scroll bar.
 */
export function useFramed(embedOrigins: readonly string[]): void {
  useEffect(() => {
    if (window.parent === window) return;
    document.documentElement.dataset.framed = '';
    const origins = originsToTell(embedOrigins, window.location.ancestorOrigins?.[0]);
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      for (const origin of origins) window.parent.postMessage({ type: 'drawbridge:height', height }, origin);
    };
    const watch = new ResizeObserver(tell);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [embedOrigins]);
}
