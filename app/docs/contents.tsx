import { FindableLinks, type Part } from './findable-links';
import { guide } from './guide';
import { MarkPlace } from './mark-place';
import type { operationsByTag } from './operations';

function partsOf(groups: ReturnType<typeof operationsByTag>): Part[] {
  const chapters = guide.map(([id, title]) => ({ id, title, words: title.toLowerCase() }));
  const calls = groups.map(({ tag, operations }) => ({
    id: `tag-${tag}`,
    title: tag,
    items: operations.map(({ method, path, operation }) => ({
      id: operation.operationId,
      title: operation.summary,
      words: `${tag} ${operation.summary} ${method} ${path} ${operation.operationId}`.toLowerCase(),
    })),
  }));
  return [{ id: 'guide', title: null, items: chapters }, ...calls];
}

/** Beside the text where there is room, folded above it where there is not. */
export function Contents({ groups }: { groups: ReturnType<typeof operationsByTag> }) {
  const parts = partsOf(groups);
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
        <FindableLinks parts={parts} />
        <MarkPlace />
      </nav>
      <nav aria-label="Contents" className="mb-8 lg:hidden">
        <a className="mb-3 block font-semibold text-link" href="/">
          Drawbridge
        </a>
        <details className="rounded-lg border border-line bg-surface px-4 py-2">
          <summary className="py-1 font-semibold">Contents</summary>
          <div className="pb-2">
            <FindableLinks parts={parts} />
          </div>
        </details>
      </nav>
    </>
  );
}
