/** Pictures as small as can be: heads and sizes are real, the rest is empty. */

const chunk = (name: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
};

export function pngOf(width: number, height: number, more: readonly string[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const rest = more.map((name) => chunk(name, Buffer.alloc(8)));
  return Buffer.concat([signature, chunk('IHDR', head), ...rest, chunk('IEND', Buffer.alloc(0))]);
}

export function jpegOf(width: number, height: number): Buffer {
  const app = Buffer.from([0xff, 0xe0, 0x00, 0x06, 1, 2, 3, 4]);
  const frame = Buffer.from([0xff, 0xc2, 0x00, 0x0b, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.from([0xff, 0xd9])]);
}

/** In the extended form, which says whether it moves. */
export function webpOf(width: number, height: number, moves = false): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(22, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  bytes.writeUInt8(moves ? 2 : 0, 20);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
