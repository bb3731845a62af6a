import { readFileSync } from 'node:fs';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');
const literals = new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));

/** `var(--blue-600)`, or what stands where a merchant has no colour of its own: `var(--accent-light, var(--blue-600))`. */
const value = String.raw`var\((?:--[\w-]+, var\()?--([\w-]+)\)+`;
const roles = new Map(
  [...css.matchAll(new RegExp(String.raw`--([\w-]+): light-dark\(${value}, ${value}\);`, 'g'))].map(
    ([, role, light, dark]) => [role, { light: literals.get(light), dark: literals.get(dark) }],
  ),
);

export const roleNames = [...roles.keys()];

/** The #rrggbb that a role of tokens.css has in a theme. */
export function colorOf(role: string, theme: Theme): string {
  const color = roles.get(role)?.[theme];
  if (!color) throw new Error(`tokens.css has no role ${role} in the ${theme} theme`);
  return color;
}
