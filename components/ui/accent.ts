/** WCAG 2.2: text needs 4.5 against its ground, the shape of a control 3 against what surrounds it. */
const textContrast = 4.5;
const shapeContrast = 3;

/** One of the two always reaches 4.5. */
const white = '#ffffff';
const black = '#000000';
/** The `--surface` of tokens.css, which a test compares. */
export const surfaces = { light: '#ffffff', dark: '#151a21' } as const;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far apart two #rrggbb colours are, from 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function fitting(color: string, surface: string): { accent: string; on: string } | null {
  if (contrast(color, surface) < shapeContrast) return null;
  return { accent: color, on: contrast(color, white) >= textContrast ? white : black };
}

/** The style that puts a merchant's colour on the page, for each theme only where it stays readable. */
export function accentStyle(color: string | null): Record<`--${string}`, string> {
  if (!color || !/^#[0-9a-f]{6}$/i.test(color)) return {};
  const style: Record<`--${string}`, string> = {};
  for (const theme of ['light', 'dark'] as const) {
    const found = fitting(color, surfaces[theme]);
    if (!found) continue;
    style[`--accent-${theme}`] = found.accent;
    style[`--on-accent-${theme}`] = found.on;
  }
  return style;
}
