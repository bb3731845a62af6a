import type { KeptMail } from '@/lib/mail/mailbox';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/** A link in a mail is there to be followed; only whole words of our own portal become one. */
function linked(text: string, baseUrl: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (word.startsWith(`${baseUrl}/`) ? `<a href="${escaped(word)}">${escaped(word)}</a>` : escaped(word)))
    .join('');
}

const style = `
:root { color-scheme: light dark; --line: light-dark(#dedcd4, #2b323d); --quiet: light-dark(#5b6472, #9aa2af);
  --link: light-dark(#2450c8, #8fadff) }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif;
  background: light-dark(#f6f6f3, #0e1217); color: light-dark(#11151b, #eeede8) }
article { margin-top: 1rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem;
  background: light-dark(#fff, #151a21) }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1rem; margin: 0 } p { margin: .25rem 0 0; color: var(--quiet) }
pre { margin: .75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit } a { color: var(--link) }
form { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: .5rem; align-items: end } label { color: var(--quiet) }
input, button { display: block; font: inherit; padding: .5rem .75rem; border: 1px solid light-dark(#8f8d84, #5b6472);
  border-radius: .5rem; background: transparent; color: inherit }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }`;

function article({ to, subject, text, at }: KeptMail, baseUrl: string): string {
  const when = at.toISOString();
  return `<article><h2>${escaped(subject)}</h2><p>To ${escaped(to)}, <time datetime="${when}">${when
    .slice(0, 19)
    .replace('T', ' ')} UTC</time></p><pre>${linked(text, baseUrl)}</pre></article>`;
}

/** The demo's mailbox as a page. It is not a part of the product and brings its own few styles. */
export function mailboxPage(mails: KeptMail[], to: string | undefined, baseUrl: string): string {
  const none = to ? `No mail was sent to ${escaped(to)} yet.` : 'No mail was sent yet.';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox of the demo</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body><main>
<h1>Mailbox of the demo</h1><p>Every mail that the portal sends lands here, the newest first.</p>
<form><label>Only mails to <input name="to" type="email" value="${escaped(to ?? '')}"></label><button>Show</button></form>
${mails.length === 0 ? `<p>${none}</p>` : mails.map((mail) => article(mail, baseUrl)).join('\n')}
</main></body></html>`;
}
