'use client';
import { useEffect } from 'react';

/** Marks in the contents beside the text which part of it is being read. */
export function MarkPlace() {
  useEffect(() => {
    const nav = document.querySelector('nav[data-follows]');
    const links = [...(nav?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])];
    const linkTo = new Map(links.map((link) => [link.hash.slice(1), link]));
    const mark = (link: HTMLAnchorElement) => {
      for (const other of links) other.removeAttribute('aria-current');
      link.setAttribute('aria-current', 'location');
      link.scrollIntoView({ block: 'nearest' });
    };
    const watch = new IntersectionObserver(
      (entries) => {
        const link = linkTo.get(entries.find(({ isIntersecting }) => isIntersecting)?.target.id ?? '');
        if (link) mark(link);
      },
      // What begins in the upper quarter of the window is what is read.
      { rootMargin: '0px 0px -75% 0px' },
    );
    for (const id of linkTo.keys()) {
      const part = document.getElementById(id);
      if (part) watch.observe(part);
    }
    return () => watch.disconnect();
  }, []);
  return null;
}
