import type { LogoType } from '@/db/vocabulary/merchants';

/** What a picture is, by its own bytes, not by its name or by what its sender says. */

export type Picture = { type: LogoType; width: number; height: number; moves: boolean };

const text = (bytes: Buffer, from: number, length: number) => bytes.toString('latin1', from, from + length);

function readPng(bytes: Buffer): Picture | null {
  if (text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || text(bytes, 12, 4) !== 'IHDR' || bytes.length < 33) return null;
  let moves = false;
  let whole = false;
  for (let at = 8; at + 12 <= bytes.length && !whole; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = text(bytes, at + 4, 4);
    moves ||= chunk === 'acTL';
    whole = chunk === 'IEND';
  }
  return whole ? { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), moves } : null;
}

function readJpeg(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    // A frame begins: C0 to CF but for the tables among them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (isFrame) return { type: 'image/jpeg', ...size, moves: false };
  }
  return null;
}

function sizeOfWebp(bytes: Buffer): { width: number; height: number } | null {
  switch (text(bytes, 12, 4)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return bytes[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 } : null;
    }
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null;
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  }
  return null;
}

function readWebp(bytes: Buffer): Picture | null {
  if (bytes.length < 30 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return null;
  if (bytes.readUInt32LE(4) + 8 > bytes.length + 1) return null;
  const size = sizeOfWebp(bytes);
  const moves = text(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;
  return size && { type: 'image/webp', ...size, moves };
}

/** Null for everything but PNG, JPEG and WebP. */
export function readLogo(bytes: Buffer): Picture | null {
  return readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
}
