/** Reads what our own documents are written in: headings, paragraphs, lists, tables and samples, and nothing else. */

export type Inline =
  | { kind: 'text' | 'code' | 'strong' | 'emphasis'; text: string }
  | { kind: 'link'; text: string; target: string };

export type Block =
  | { kind: 'heading'; level: number; id: string; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'sample'; language: string; text: string };

/** The name of a heading's place, as other documents link to it. */
function placeOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const item = /^(- |\d+\. )/;

function listOf(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    if (item.test(line)) items.push(line.replace(item, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
  }
  return { kind: 'list', ordered: /^\d/.test(lines[0] ?? ''), items };
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const heading = /^(#{1,4}) (.+)$/.exec(first);
  if (heading) {
    const [, marks = '', text = ''] = heading;
    return { kind: 'heading', level: marks.length, id: placeOf(text), text };
  }
  if (first.startsWith('|')) {
    const [head = [], _rule, ...rows] = lines.map(cellsOf);
    return { kind: 'table', head, rows };
  }
  if (item.test(first)) return listOf(lines);
  return { kind: 'paragraph', text: lines.map((line) => line.trim()).join(' ') };
}

const fence = /^```(\w*)$/;

/** The blocks of a document, in their order. What stands between empty lines is one; a sample ends where its fence does. */
export function blocksOf(document: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let sample: { language: string; lines: string[] } | null = null;
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  for (const line of document.split('\n')) {
    const mark = fence.exec(line);
    if (mark && sample) {
      blocks.push({ kind: 'sample', language: sample.language, text: sample.lines.join('\n') });
      sample = null;
    } else if (sample) sample.lines.push(line);
    else if (mark) {
      close();
      sample = { language: mark[1] ?? '', lines: [] };
    } else if (line.trim() === '') close();
    else open.push(line);
  }
  close();
  return blocks;
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Code, strong and stressed words, and links within a text. */
export function inlinesOf(text: string): Inline[] {
  const parts: Inline[] = [];
  let read = 0;
  for (const found of text.matchAll(inline)) {
    if (found.index > read) parts.push({ kind: 'text', text: text.slice(read, found.index) });
    const [whole, code, strong, emphasis, words = '', target = ''] = found;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', text: emphasis });
    else parts.push({ kind: 'link', text: words, target });
    read = found.index + whole.length;
  }
  if (read < text.length) parts.push({ kind: 'text', text: text.slice(read) });
  return parts;
}
