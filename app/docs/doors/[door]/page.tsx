import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentBlock } from '@/app/docs/doors/blocks';
import { blocksOf } from '@/app/docs/doors/markdown';
import { doorPages, readDoorPage } from '@/app/docs/doors/pages';
import { Frame } from '@/app/docs/frame';

type Props = { params: Promise<{ door: string }> };

const pageOf = (door: string) => doorPages.find(({ name }) => name === door);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pageOf((await params).door)?.system };
}

/** The document of one system, as it stands in `docs`. */
export default async function Page({ params }: Props) {
  const page = pageOf((await params).door);
  if (!page) notFound();
  const blocks = blocksOf(await readDoorPage(page)).map((block, place) => ({ block, key: `${place} ${block.kind}` }));
  return (
    <Frame address={`/docs/doors/${page.name}`}>
      <div className="flex min-w-0 flex-col gap-4">
        {blocks.map(({ block, key }) => (
          <DocumentBlock key={key} block={block} />
        ))}
      </div>
    </Frame>
  );
}
