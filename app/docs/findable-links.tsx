'use client';
import { useState } from 'react';
import { inputClass } from '@/components/ui/field';

/** What the contents lead to; `words` is what is looked in, in small letters. */
export type Part = { id: string; title: string | null; items: { id: string; title: string; words: string }[] };

const item = 'block py-1 text-sm text-quiet hover:text-text aria-[current]:font-medium aria-[current]:text-text';

/** The contents, narrowed down while the reader types. What does not fit is hidden, so that links keep their marks. */
export function FindableLinks({ parts }: { parts: readonly Part[] }) {
  const [text, setText] = useState('');
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (words: string) => wanted.every((word) => words.includes(word));
  const isEmpty = !parts.some(({ items }) => items.some(({ words }) => fits(words)));
  return (
    <>
      <input
        type="search"
        aria-label="Find in the contents"
        placeholder="Find a call"
        autoComplete="off"
        spellCheck={false}
        className={inputClass}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p role="status" className="text-sm text-quiet">
        {isEmpty && 'Nothing in the contents has all of these words.'}
      </p>
      {parts.map(({ id, title, items }) => (
        <div key={id} className="mt-4" hidden={!items.some(({ words }) => fits(words))}>
          {title && (
            <a className="block py-1 text-sm font-semibold" href={`#${id}`}>
              {title}
            </a>
          )}
          <ul>
            {items.map((one) => (
              <li key={one.id} hidden={!fits(one.words)}>
                <a className={item} href={`#${one.id}`}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
