import type { Document } from '@/lib/http/docs/openapi';
import { CodeBlock } from './code-block';
import { FieldList } from './field-list';
import { fieldGroups, type Listed, problemCodesOf } from './operations';
import { Code, Paragraph, Prose } from './prose';
import { readSamples, sampleName } from './samples';

function Access({ security }: { security: Record<string, string[]>[] }) {
  const scope = security[0]?.apiKey?.[0];
  return (
    <p className="text-sm text-quiet">
      {scope ? (
        <>
          Needs an API key with <Code>{scope}</Code>
        </>
      ) : (
        'Needs no API key'
      )}
    </p>
  );
}

export async function Operation({ document, listed }: { document: Document; listed: Listed }) {
  const { method, path, operation } = listed;
  const samples = await readSamples(sampleName(operation.operationId));
  return (
    <article id={operation.operationId} className="scroll-mt-6 border-t border-line pt-8">
      <h3 className="text-lg font-semibold">{operation.summary}</h3>
      <p className="mt-1 font-mono text-sm break-all">
        <span className="font-semibold">{method}</span> {path}
      </p>
      <div className="mt-3 flex flex-col gap-5">
        {operation.description && (
          <Paragraph>
            <Prose text={operation.description} />
          </Paragraph>
        )}
        <Access security={operation.security} />
        {samples.map(({ language, text }) => (
          <CodeBlock key={language} label={language} text={text} />
        ))}
        {fieldGroups(document, operation).map((group) => (
          <FieldList key={group.title} {...group} />
        ))}
        <div>
          <h4 className="text-sm font-semibold">Problems</h4>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {problemCodesOf(operation).map((code) => (
              <li key={code}>
                <a
                  className="font-mono text-[0.8125rem] text-link underline underline-offset-4"
                  href={`/docs/errors#${code}`}
                >
                  {code}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </article>
  );
}
