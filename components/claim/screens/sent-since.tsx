'use client';
import { useEffect, useState } from 'react';
import { agoWords } from './ago-words';

const everyMs = 5_000;

/** Counts on from the age that the portal knows: the reader's own clock may be wrong. */
export function SentSince({ ageMs }: { ageMs: number }) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - from), everyMs);
    return () => clearInterval(timer);
  }, []);
  return <span>{`It was sent ${agoWords(ageMs + passed)}, and the network does not show it yet.`}</span>;
}
