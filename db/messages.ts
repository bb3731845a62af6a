/** Kinds of PostgreSQL's protocol messages that a line has to know, as their first byte. */
export const kinds = { error: 0x45, ready: 0x5a, query: 0x51, sync: 0x53 } as const;

const header = 5;
/** Fields of an error: a letter, then text that ends with a zero. */
const codeField = 0x43;

/** Hears messages of these kinds out of bytes that come in any pieces; the rest is stepped over, however long. */
export function messageReader(wanted: readonly number[], onMessage: (kind: number, body: Buffer) => void) {
  let held = Buffer.alloc(0);
  let toSkip = 0;
  return (piece: Buffer): void => {
    const data = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    let at = Math.min(toSkip, data.length);
    toSkip -= at;
    while (toSkip === 0 && data.length - at >= header) {
      const kind = data.readUInt8(at);
      const end = at + 1 + data.readUInt32BE(at + 1);
      if (wanted.includes(kind)) {
        if (end > data.length) break;
        onMessage(kind, data.subarray(at + header, end));
      }
      toSkip = Math.max(0, end - data.length);
      at = Math.min(end, data.length);
    }
    held = Buffer.from(data.subarray(at));
  };
}

/** The SQLSTATE in the body of an error message. */
export function codeOfError(body: Buffer): string {
  let at = 0;
  while (at < body.length && body[at] !== 0) {
    const end = body.indexOf(0, at + 1);
    if (end < 0) return '';
    if (body[at] === codeField) return body.toString('latin1', at + 1, end);
    at = end + 1;
  }
  return '';
}
