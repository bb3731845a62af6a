import { Glyph, glyphs } from '@/components/ui/glyph';

const paths = {
  ...glyphs,
  clock: 'M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0',
  alert: 'M10 6v5M10 13.8v.2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0',
  back: 'M16 10H4M9 5l-5 5 5 5',
  forward: 'M4 10h12M11 5l5 5-5 5',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  search: 'M13 13l4 4M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  overview: 'M3.5 3.5h5.5v6H3.5zM11 3.5h5.5v3.5H11zM11 9h5.5v7.5H11zM3.5 11.5h5.5v5H3.5z',
  payouts: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h8M14 12.5l2.5 2-2.5 2',
  approve: 'M10 2.5l6 2.2v4.6c0 3.7-2.5 6.5-6 8.2-3.5-1.7-6-4.5-6-8.2V4.700zM7.3 10l2 2 3.6-4',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.500h12',
  globe:
    'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M3 10h14M10 3c2 2 2.800 4.300 2.800 7s-.8 5-2.800 7c-2-2-2.800-4.300-2.800-7s.8-5 2.800-7',
  external: 'M8 4.500H4.500v11h11V12M11.5 4.500h4v4M15.5 4.500l-6.5 6.5',
  sign_out: 'M12.5 6V4H4v12h8.500v-2M8 10h9M14 7l3 3-3 3',
} as const;
export type IconName = keyof typeof paths;

/** Arrows along the text, which turn where it runs from right to left. */
const turning: readonly IconName[] = ['back', 'forward', 'external', 'sign_out'];

/** Decoration only: the words beside it say the same. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  return (
    <Glyph
      path={paths[name]}
      size={size}
      className={turning.includes(name) ? 'shrink-0 rtl:-scale-x-100' : undefined}
    />
  );
}
