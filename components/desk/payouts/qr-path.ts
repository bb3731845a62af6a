import { encodeQR } from 'qr';

/** Light modules around the code, without which cameras do not find it. */
const margin = 4;

/** A text as a QR code: its side in modules, margin included, and the path that fills the dark ones. */
export function qrPath(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { border: margin, ecc: 'medium' });
  const marks = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: rows.length, path: marks.join('') };
}
