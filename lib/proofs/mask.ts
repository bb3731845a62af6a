/** A mail address so that its owner knows it again and nobody else learns it: `a•••@g•••.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const dot = domain.lastIndexOf('.');
  const first = (text: string) => Array.from(text)[0] ?? '';
  return `${first(local)}•••@${first(domain)}•••${dot < 0 ? '' : domain.slice(dot)}`;
}
