/** The name of this open page: holds and the wallet's no are of one page, so two tabs of one person are two. */
let name: string | undefined;

export function tabName(): string {
  name ??= [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return name;
}
