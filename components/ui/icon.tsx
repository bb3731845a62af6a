const paths = {
  check: 'M4 10.5l4 4 8-9',
  copy: 'M7.5 7.5h8v8h-8zM4.5 12.5v-8h8',
  clock: 'M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0',
  alert: 'M10 6v5M10 13.8v.2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  back: 'M16 10H4M9 5l-5 5 5 5',
} as const;
export type IconName = keyof typeof paths;

/** Decoration only: the words beside it say the same. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  );
}
