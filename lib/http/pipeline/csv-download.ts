/** By it spreadsheets know that a file is UTF-8; without it Excel takes the computer's own code page. */
const byteOrderMark = '\ufeff';

/** Hands on as fast as it is taken: the next piece is made when there is room for it. */
function streamOf(lines: AsyncGenerator<string>, mark = ''): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(begun ? value : mark + value));
      begun = true;
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}

/** Lines of CSV as a file to be saved, named after what it is and its day. */
export function csvDownload(noun: string, now: Date, lines: AsyncGenerator<string>) {
  const headers = {
    ...{ 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Cache-Control': 'no-store' },
    'Content-Disposition': `attachment; filename="${noun}-${now.toISOString().slice(0, 10)}.csv"`,
  };
  return { stream: streamOf(lines, byteOrderMark), headers };
}

/** One object of JSON a line. */
export function jsonLinesDownload(noun: string, now: Date, lines: AsyncGenerator<string>) {
  const headers = {
    ...{ 'Content-Type': 'application/jsonl; charset=utf-8', 'Cache-Control': 'no-store' },
    'Content-Disposition': `attachment; filename="${noun}-${now.toISOString().slice(0, 10)}.jsonl"`,
  };
  return { stream: streamOf(lines), headers };
}
