import { useEffect } from 'react';

const namelessPictures = '[data-rk] [role="img"]:not([aria-label], [aria-hidden])';
const namelessDialogs = '[data-rk] [role="dialog"]:not([aria-label])';

/**
 * Mends what RainbowKit's chooser leaves unsaid: its pictures stand beside the wallets' names and need no name of their
 * own, and its dialog loses its name once a wallet was chosen.
 */
export function useReadableChooser(): void {
  useEffect(() => {
    const mend = () => {
      for (const picture of document.querySelectorAll(namelessPictures)) picture.setAttribute('aria-hidden', 'true');
      for (const dialog of document.querySelectorAll(namelessDialogs)) {
        dialog.setAttribute('aria-label', 'Connect a wallet');
      }
    };
    const observer = new MutationObserver(mend);
    observer.observe(document.body, { childList: true, subtree: true });
    mend();
    return () => observer.disconnect();
  }, []);
}
