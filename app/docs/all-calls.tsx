import { operationAddress, subjectAddress } from './addresses';
import { LeadOn } from './lead-on';
import type { operationsByTag } from './operations';

/** Every call, each in the place that its whole text had when all of them were one page: links to those still arrive. */
export function AllCalls({ groups }: { groups: ReturnType<typeof operationsByTag> }) {
  return (
    <section aria-labelledby="calls" className="border-t border-line pt-8">
      <h2 id="calls" className="scroll-mt-6 text-xl font-semibold tracking-tight">
        All calls
      </h2>
      <div className="[&_a]:text-link [&_a]:underline [&_a]:underline-offset-4 [&_li]:scroll-mt-6 [&_li]:py-1 [&_:target]:bg-warn-ground">
        {groups.map(({ tag, operations }) => (
          <div key={tag}>
            <h3 id={`tag-${tag}`} className="mt-6 mb-1 scroll-mt-6 font-semibold">
              <a href={subjectAddress(tag)}>{tag}</a>
            </h3>
            <ul>
              {operations.map(({ method, path, operation: { operationId, summary } }) => (
                <li key={operationId} id={operationId}>
                  <a href={operationAddress(tag, operationId)}>{summary}</a>{' '}
                  <code className="font-mono text-xs break-all text-quiet">
                    {method} {path}
                  </code>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <LeadOn />
    </section>
  );
}
