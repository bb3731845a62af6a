/** Letters of other scripts, and digits, that look like one of ours. */
const alike: Readonly<Record<string, string>> = {
  ...{ а: 'A', в: 'B', с: 'C', е: 'E', ѕ: 'S', і: 'I', ј: 'J', к: 'K', м: 'M', н: 'H', о: 'O', р: 'P', т: 'T' },
  ...{ у: 'Y', х: 'X', ԁ: 'D', ԍ: 'G', ԛ: 'Q', ԝ: 'W', α: 'A', β: 'B', ε: 'E', ζ: 'Z', η: 'H', ι: 'I', κ: 'K' },
  ...{ μ: 'M', ν: 'N', ο: 'O', ρ: 'P', τ: 'T', υ: 'Y', χ: 'X', ϲ: 'C', '₮': 'T', $: 'S', '€': 'E', '0': 'O' },
  ...{ '1': 'I', l: 'I', '5': 'S', '3': 'E', '8': 'B', '|': 'I', '!': 'I' },
};

/** What the eye takes a symbol or a name for: capitals of one script, without accents, dots and what cannot be seen. */
export function skeletonOf(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{C}\p{Z}._\-–—'’]/gu, '');
  return [...letters].map((letter) => alike[letter] ?? letter.toUpperCase()).join('');
}
