'use client';
import { useEffect } from 'react';

/** Leads on who follows an old link to a place of this page where by now only a link stands. */
export function LeadOn() {
  useEffect(() => {
    const lead = () => {
      const place = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      const link = place?.matches('[aria-labelledby="calls"] :is(li, h3)') ? place.querySelector('a') : null;
      if (link) window.location.replace(link.href);
    };
    lead();
    window.addEventListener('hashchange', lead);
    return () => window.removeEventListener('hashchange', lead);
  }, []);
  return null;
}
