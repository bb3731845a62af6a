/** Stands for an account in wallet dialogs: its colour comes from the address, so it needs no font and no server. */
export function Avatar({ address, size }: { address: string; size: number }) {
  const hue = Number.parseInt(address.slice(2, 6), 16) % 360;
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 20 20">
      <rect width="20" height="20" fill={`hsl(${hue} 45% 45%)`} />
      <path d="M0 20 20 0v20z" fill={`hsl(${(hue + 40) % 360} 45% 60%)`} />
    </svg>
  );
}
