type GlyphProps = { path: string; size?: number | undefined; className?: string | undefined };

/** One drawn line. Decoration only: the words beside it say the same. */
export function Glyph({ path, size = 16, className = 'shrink-0' }: GlyphProps) {
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
      className={className}
    >
      <path d={path} />
    </svg>
  );
}

/** Those that are drawn in this room and in the claim page’s first load; all others are in `figures/icon.tsx`. */
export const glyphs = {
  check: 'M4 10.5l4 4 8-9',
  copy: 'M7.5 7.5h8v8h-8zM4.5 12.5v-8h8',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
} as const;
