import { accentStyle } from '@/components/ui/accent';

/** In which themes a colour stays readable, and what happens where it does not. */
export function accentWords(color: string): string {
  const text = color.trim();
  if (text === '') return 'Of the one button. Empty: the portal’s own blue.';
  if (!/^#[0-9a-f]{6}$/i.test(text)) return 'A colour such as #2450c8: six digits after the sign.';
  const style = accentStyle(text);
  const [light, dark] = ['--accent-light', '--accent-dark'].map((name) => name in style);
  if (light && dark) return 'Stands out enough in both themes, and is used in both.';
  if (light) return 'Too close to the dark page to be seen there: the dark theme keeps the portal’s own blue.';
  if (dark) return 'Too close to the light page to be seen there: the light theme keeps the portal’s own blue.';
  return 'Too close to both pages to be seen: the portal’s own blue is used.';
}
