import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { operationAddress, subjectAddress } from '@/app/docs/addresses';
import { Frame } from '@/app/docs/frame';
import { findSubject } from '@/app/docs/operations';
import { Paragraph, Prose } from '@/app/docs/prose';

type Props = { params: Promise<{ subject: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findSubject((await params).subject)?.tag };
}

/** One subject of the API: its calls, and what each is for. */
export default async function Page({ params }: Props) {
  const subject = findSubject((await params).subject);
  if (!subject) notFound();
  const { tag, operations } = subject;
  return (
    <Frame address={subjectAddress(tag)}>
      <h1 className="text-3xl font-semibold tracking-tight">{tag}</h1>
      <ul className="flex flex-col gap-6">
        {operations.map(({ method, path, operation: { operationId, summary, description } }) => (
          <li key={operationId} className="border-t border-line pt-5">
            <h2 className="text-lg font-semibold">
              <a className="text-link underline underline-offset-4" href={operationAddress(tag, operationId)}>
                {summary}
              </a>
            </h2>
            <p className="mt-1 mb-2 font-mono text-sm break-all">
              <span className="font-semibold">{method}</span> {path}
            </p>
            {description && (
              <Paragraph>
                <Prose text={description} />
              </Paragraph>
            )}
          </li>
        ))}
      </ul>
    </Frame>
  );
}
