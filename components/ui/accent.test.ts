import { expect, test } from 'vitest';
import { accentStyle, contrast, surfaces } from './accent';
import { colorOf, themes } from './testing/tokens';

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#123456', '#123456')).toBe(1);
});

test('a colour is used in each theme only where it stays readable', () => {
  expect(accentStyle('#7a1fa2')).toEqual({ '--accent-light': '#7a1fa2', '--on-accent-light': '#ffffff' });
  expect(accentStyle('#ffd400')).toEqual({ '--accent-dark': '#ffd400', '--on-accent-dark': '#000000' });
  expect(Object.keys(accentStyle('#d9480f'))).toEqual([
    '--accent-light',
    '--on-accent-light',
    '--accent-dark',
    '--on-accent-dark',
  ]);
});

test('with any accent, text on it and its outline pass AA', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff'];
  const colors = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
  for (const color of colors) {
    const style = accentStyle(color);
    for (const theme of themes) {
      const { [`--accent-${theme}` as const]: accent = '#737373', [`--on-accent-${theme}` as const]: on = '#ffffff' } =
        style;
      expect(contrast(accent, on), color).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent, colorOf('surface', theme)), color).toBeGreaterThanOrEqual(3);
    }
  }
});

test('what is not a six-digit colour is ignored', () => {
  expect(accentStyle(null)).toEqual({});
  expect(accentStyle('red')).toEqual({});
  expect(accentStyle('#fff;background:url(x)')).toEqual({});
});

test('the surfaces measured against are those of the tokens', () => {
  expect(surfaces).toEqual({ light: colorOf('surface', 'light'), dark: colorOf('surface', 'dark') });
});
