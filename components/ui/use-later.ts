import { useEffect, useState } from 'react';

/** False at first, true once these milliseconds have passed: for ways on that are offered to those who still wait. */
export function useLater(ms: number): boolean {
  const [isLater, setIsLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setIsLater, Math.max(0, ms), true);
    return () => clearTimeout(timer);
  }, [ms]);
  return isLater;
}
