'use client';
import { useEffect, useState } from 'react';

const themes = [
  { value: 'system', name: 'As the system' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const;
type Theme = (typeof themes)[number]['value'];

/** Kept in a cookie, so that the server's first answer has the right colours. */
function keep(theme: Theme) {
  const root = document.documentElement;
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in every browser
  document.cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

export function ThemeChoice() {
  const [chosen, setChosen] = useState<Theme>('system');
  useEffect(() => {
    const { theme } = document.documentElement.dataset;
    setChosen(themes.find(({ value }) => value === theme)?.value ?? 'system');
  }, []);
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-quiet">Theme</legend>
      <div className="flex rounded-lg border border-line-strong p-0.5">
        {themes.map(({ value, name }) => (
          <label
            key={value}
            className={`flex min-h-7 grow cursor-pointer items-center justify-center rounded-md px-2 text-xs has-focus-visible:outline-2 has-focus-visible:outline-link ${chosen === value ? 'bg-line font-medium text-text' : 'text-quiet hover:text-text'}`}
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              value={value}
              checked={chosen === value}
              onChange={() => {
                setChosen(value);
                keep(value);
              }}
            />
            {value === 'system' ? 'System' : name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
