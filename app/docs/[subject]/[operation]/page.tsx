import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { operationAddress } from '@/app/docs/addresses';
import { Frame } from '@/app/docs/frame';
import { Operation } from '@/app/docs/operation';
import { findSubject } from '@/app/docs/operations';

type Props = { params: Promise<{ subject: string; operation: string }> };

async function operationOf({ params }: Props) {
  const { subject: name, operation: id } = await params;
  const subject = findSubject(name);
  const listed = subject?.operations.find(({ operation }) => operation.operationId === id);
  return subject && listed ? { tag: subject.tag, listed } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await operationOf(props))?.listed.operation.summary };
}

/** One call: how it is asked, in each language, what goes in, what comes back, and what it refuses. */
export default async function Page(props: Props) {
  const found = await operationOf(props);
  if (!found) notFound();
  return (
    <Frame address={operationAddress(found.tag, found.listed.operation.operationId)}>
      <Operation listed={found.listed} />
    </Frame>
  );
}
