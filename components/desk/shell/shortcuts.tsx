'use client';
import { useEffect, useRef, useState } from 'react';
import { useGoing } from '@/components/desk/frame/going';
import { Dialog } from '@/components/ui/dialog';
import type { NavGroups } from './nav';

const always = [
  ['/', 'Search'],
  ['j or ↓', 'Next row'],
  ['k or ↑', 'Previous row'],
  ['Enter', 'Open the row'],
  ['x', 'Select the row'],
  ['?', 'These shortcuts'],
] as const;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function closeMenus(event: Event) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
    const inside = event.target instanceof Node && menu.contains(event.target);
    const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
    if (!escaped && inside) continue;
    menu.open = false;
    if (escaped && menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
  }
}

/** Moves along the rows of the page's list: each has one link marked `data-row`. */
function moveRow(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const at = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement));
  const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by];
  next?.focus();
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

/** The keyboard of the desk. Nothing is reached by it alone. */
export function Shortcuts({ groups }: { groups: NavGroups }) {
  const { go } = useGoing();
  const [open, setOpen] = useState(false);
  const going = useRef(0);
  const sections = groups.flatMap((group) => group.sections);
  useEffect(() => {
    const acts: Record<string, () => void> = {
      '/': () => {
        const fields = document.querySelectorAll<HTMLInputElement>('main [data-search], [data-search]');
        [...fields].find((field) => field.offsetParent !== null)?.focus();
      },
      '?': () => setOpen(true),
      j: () => moveRow(1),
      k: () => moveRow(-1),
      x: () => document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
      g: () => {
        going.current = Date.now();
      },
    };
    const onList = () => document.activeElement?.matches('[data-row]') === true;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') closeMenus(event);
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const section = Date.now() - going.current < 1_500 && sections.find(({ key }) => key === event.key);
      going.current = 0;
      const arrow = onList() && { ArrowDown: acts.j, ArrowUp: acts.k }[event.key];
      const act = section ? () => go(section.href) : arrow || acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    window.addEventListener('click', closeMenus);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('click', closeMenus);
    };
  }, [go, sections]);
  const rows = [...always, ...sections.map(({ key, name }) => [`g then ${key}`, name] as const)];
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keyboard">
      <dl className="divide-y divide-line text-sm">
        {rows.map(([key, words]) => (
          <div key={key} className="flex justify-between py-1.5">
            <dt className="text-quiet">{words}</dt>
            <dd className="font-mono text-[0.8125rem]">{key}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
