import { CodeBlock } from '@/app/docs/code-block';
import { Code, Paragraph } from '@/app/docs/prose';
import { type Block, inlinesOf } from './markdown';
import { addressOf } from './pages';

/** A text of a document. Links to documents that have no page here are their words. */
function Inlines({ text }: { text: string }) {
  return inlinesOf(text).map((part, index) => {
    const key = `${index}:${part.text}`;
    if (part.kind === 'code') return <Code key={key}>{part.text}</Code>;
    if (part.kind === 'strong') return <strong key={key}>{part.text}</strong>;
    if (part.kind === 'emphasis') return <em key={key}>{part.text}</em>;
    const address = part.kind === 'link' ? addressOf(part.target) : null;
    if (address === null) return part.text;
    return (
      <a key={key} className="text-link underline underline-offset-4" href={address}>
        <Inlines text={part.text} />
      </a>
    );
  });
}

function Heading({ level, id, text }: { level: number; id: string; text: string }) {
  if (level === 1) {
    return (
      <h1 className="text-3xl font-semibold tracking-tight">
        <Inlines text={text} />
      </h1>
    );
  }
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <Tag id={id} className={`mt-4 scroll-mt-6 font-semibold tracking-tight ${level === 2 ? 'text-xl' : 'text-lg'}`}>
      <Inlines text={text} />
    </Tag>
  );
}

function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div
      className="overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full text-start text-sm">
        <thead>
          <tr className="border-b border-line-strong">
            {head.map((cell) => (
              <th key={cell} scope="col" className="py-2 pe-4 text-start align-bottom font-semibold">
                <Inlines text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')} className="border-b border-line">
              {row.map((cell, index) => (
                <td key={`${head[index]}`} className="py-2 pe-4 align-top">
                  <Inlines text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const languages: Readonly<Record<string, string>> = { sh: 'curl', json: 'JSON', ts: 'TypeScript', js: 'JavaScript' };

export function DocumentBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <Heading {...block} />;
    case 'paragraph':
      return (
        <Paragraph>
          <Inlines text={block.text} />
        </Paragraph>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={`flex max-w-prose flex-col gap-1 ps-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
          {block.items.map((one) => (
            <li key={one}>
              <Inlines text={one} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table {...block} />;
    case 'sample':
      return <CodeBlock label={languages[block.language] ?? 'Sample'} text={block.text} />;
  }
}
