import { useEffect } from 'react';

const nameless = '[data-rk] [role="img"]:not([aria-label], [aria-hidden])';

/** The chooser's pictures stand beside the wallets' names but have none of their own: nobody has to hear of them. */
export function useQuietPictures(): void {
  useEffect(() => {
    const quieten = () => {
      for (const picture of document.querySelectorAll(nameless)) picture.setAttribute('aria-hidden', 'true');
    };
    const observer = new MutationObserver(quieten);
    observer.observe(document.body, { childList: true, subtree: true });
    quieten();
    return () => observer.disconnect();
  }, []);
}
