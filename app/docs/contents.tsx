import { guide } from './guide';
import { MarkPlace } from './mark-place';
import type { operationsByTag } from './operations';

const item = 'block py-1 text-sm text-quiet hover:text-text aria-[current]:font-medium aria-[current]:text-text';

function Links({ groups }: { groups: ReturnType<typeof operationsByTag> }) {
  return (
    <>
      <ul>
        {guide.map(([id, title]) => (
          <li key={id}>
            <a className={item} href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      {groups.map(({ tag, operations }) => (
        <div key={tag} className="mt-4">
          <a className="block py-1 text-sm font-semibold" href={`#tag-${tag}`}>
            {tag}
          </a>
          <ul>
            {operations.map(({ operation }) => (
              <li key={operation.operationId}>
                <a className={item} href={`#${operation.operationId}`}>
                  {operation.summary}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Beside the text where there is room, folded above it where there is not. */
export function Contents({ groups }: { groups: ReturnType<typeof operationsByTag> }) {
  return (
    <>
      <nav
        aria-label="Contents"
        data-follows
        className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] self-start overflow-y-auto lg:block"
      >
        <a className="mb-4 block font-semibold text-link" href="/">
          Drawbridge
        </a>
        <Links groups={groups} />
        <MarkPlace />
      </nav>
      <nav aria-label="Contents" className="mb-8 lg:hidden">
        <a className="mb-3 block font-semibold text-link" href="/">
          Drawbridge
        </a>
        <details className="rounded-lg border border-line bg-surface px-4 py-2">
          <summary className="py-1 font-semibold">Contents</summary>
          <div className="pb-2">
            <Links groups={groups} />
          </div>
        </details>
      </nav>
    </>
  );
}
