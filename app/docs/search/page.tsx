import type { Metadata } from 'next';
import { Frame } from '@/app/docs/frame';
import { findPlaces } from '@/app/docs/places';

export const metadata: Metadata = { title: 'Find in the reference' };

type Props = { searchParams: Promise<{ q?: string | string[] }> };

/** What of the reference has all words that its reader asked for. */
export default async function Page({ searchParams }: Props) {
  const asked = [(await searchParams).q ?? ''].flat().join(' ').slice(0, 200);
  const found = await findPlaces(asked);
  return (
    <Frame address="/docs/search" asked={asked}>
      <h1 className="text-3xl font-semibold tracking-tight">Find in the reference</h1>
      <p role="status">
        {asked.trim() === '' &&
          'Write what you look for: the name of a call, a part of its address, a field, a problem.'}
        {asked.trim() !== '' &&
          found.length === 0 &&
          'Nothing in the reference has all of these words. Try fewer of them, or one word of a call, a field or a problem code.'}
        {found.length === 1 && 'One place has all of these words.'}
        {found.length > 1 && `${found.length} places have all of these words.`}
      </p>
      <ul aria-label="What was found" className="flex flex-col gap-3">
        {found.map(({ address, title, about }) => (
          <li key={address}>
            <a className="text-link underline underline-offset-4" href={address}>
              {title}
            </a>
            <span className="block font-mono text-xs break-all text-quiet">{about}</span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
