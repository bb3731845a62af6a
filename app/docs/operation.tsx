import { openapiDocument } from '@/app/api/v1/document';
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

export async function Operation({ listed }: { listed: Listed }) {
  const { method, path, operation } = listed;
  const samples = await readSamples(sampleName(operation.operationId));
  return (
    <article>
      <h1 className="text-2xl font-semibold tracking-tight">{operation.summary}</h1>
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
        {fieldGroups(openapiDocument(), operation).map((group) => (
          <FieldList key={group.title} {...group} />
        ))}
        <div>
          <h2 className="text-sm font-semibold">Problems</h2>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm [&_a]:font-mono [&_a]:text-[0.8125rem] [&_a]:text-link [&_a]:underline [&_a]:underline-offset-4">
            {problemCodesOf(operation).map((code) => (
              <li key={code}>
                <a href={`/docs/errors#${code}`}>{code}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </article>
  );
}
