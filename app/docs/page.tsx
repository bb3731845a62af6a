import type { Metadata } from 'next';
import { openapiDocument } from '@/app/api/v1/document';
import { env } from '@/lib/kernel/env';
import { Contents } from './contents';
import { Guide } from './guide';
import { Operation } from './operation';
import { operationsByTag } from './operations';

export const metadata: Metadata = { title: 'API reference' };

export default function Page() {
  const document = openapiDocument();
  const groups = operationsByTag(document);
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-12 px-4 py-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <Contents groups={groups} />
      <main className="flex min-w-0 flex-col gap-10">
        <header>
          <h1 className="text-3xl font-semibold tracking-tight">API reference</h1>
          <p className="mt-2 text-quiet">
            At <code className="font-mono text-[0.875em]">{new URL(env.BASE_URL).origin}</code>. The same as{' '}
            <a className="text-link underline underline-offset-4" href="/api/v1/openapi.json">
              OpenAPI 3.1
            </a>
            . Every sample on this page is run by a test.
          </p>
        </header>
        <Guide baseUrl={new URL(env.BASE_URL).origin} />
        {groups.map(({ tag, operations }) => (
          <section key={tag} aria-labelledby={`tag-${tag}`} className="flex flex-col gap-10">
            <h2 id={`tag-${tag}`} className="scroll-mt-6 text-2xl font-semibold tracking-tight">
              {tag}
            </h2>
            {operations.map((listed) => (
              <Operation key={listed.operation.operationId} document={document} listed={listed} />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}
