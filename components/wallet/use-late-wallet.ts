import { useEffect, useState } from 'react';
import { forgetIdleConfigs, olderWalletOnly } from './wallet-config';

const everyMs = 250;
/** Extensions put their wallet into the page within moments; one that comes later is found by looking again. */
const maxWaitMs = 5_000;

/** Grows by one when an older wallet (`window.ethereum`) shows up after the page asked which ones there are. */
export function useLateWallet(): number {
  const [arrivals, setArrivals] = useState(0);
  useEffect(() => {
    if ('ethereum' in window) return;
    const look = () => {
      if (!('ethereum' in window)) return;
      // One that also announces itself is listed by that already.
      if (!olderWalletOnly()) return stop();
      if (!forgetIdleConfigs()) return;
      stop();
      setArrivals((count) => count + 1);
    };
    const timer = setInterval(look, everyMs);
    const end = setTimeout(() => clearInterval(timer), maxWaitMs);
    const stop = () => {
      clearInterval(timer);
      clearTimeout(end);
      window.removeEventListener('ethereum#initialized', look);
    };
    window.addEventListener('ethereum#initialized', look);
    return stop;
  }, []);
  return arrivals;
}
