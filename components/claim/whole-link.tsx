import type { ComponentProps, ReactNode } from 'react';

type WholeLinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string; children: ReactNode };

/** A link to another page of the same payout, or to this one: `CarryKey` has the key of the link go along. */
export function WholeLink({ href, children, ...rest }: WholeLinkProps) {
  return (
    <a {...rest} data-whole-link="" href={href}>
      {children}
    </a>
  );
}

/** React escapes what stands in a script: so no quotation marks, no ampersands and no angle brackets here. */
const carrying = `
for (const kind of [\`pointerdown\`, \`focusin\`, \`click\`]) addEventListener(kind, function ({ target }) {
  const link = target.closest?.(\`a[data-whole-link]\`);
  if (link) if (location.hash.startsWith(\`#k=\`)) link.hash = location.hash;
}, true)`;

/**
 * Gives links of the payout what stands behind the # of this page’s address, which no server ever sees. It is in the page
 * itself, so that a link that is pressed before anything else has loaded takes the key along, too.
 */
export const CarryKey = ({ nonce }: { nonce: string | undefined }) => <script nonce={nonce}>{carrying}</script>;
