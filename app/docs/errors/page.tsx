import type { Metadata } from 'next';
import { Frame } from '@/app/docs/frame';
import { Prose } from '@/app/docs/prose';
import { errorAdvice, problemCodes } from '@/lib/http/base/error-advice';
import { Refusal } from '@/lib/kernel/errors';

export const metadata: Metadata = { title: 'Problem codes' };

/** On the list, not on each of its lines: a page is sent twice, as it is seen and as it comes alive. */
const rows =
  '[&>article]:-mx-4 [&>article]:scroll-mt-6 [&>article]:border-t [&>article]:border-line [&>article]:px-4 [&>article]:py-5 [&>article:target]:bg-warn-ground [&_h2]:flex [&_h2]:flex-wrap [&_h2]:items-baseline [&_h2]:gap-x-3 [&_h2]:gap-y-1 [&_h2>code]:font-mono [&_h2>code]:break-words [&_i]:text-sm [&_i]:font-normal [&_i]:text-quiet [&_i]:not-italic [&_strong]:mt-2 [&_strong]:block [&_strong]:font-semibold [&_p]:mt-1 [&_p]:max-w-prose';

export default function Page() {
  return (
    <Frame address="/docs/errors">
      <header>
        <h1 className="text-3xl font-semibold tracking-tight">Problem codes</h1>
        <p className="mt-2 max-w-prose text-quiet">
          Every error of the API is a problem document with one of these codes. Codes stay the same; the words around
          them may change.
        </p>
      </header>
      <div className={rows}>
        {problemCodes.map((code) => {
          const { status, title } = new Refusal(code);
          return (
            <article key={code} id={code}>
              <h2>
                <code>{code}</code> <i>{status}</i>
              </h2>
              <strong>{title}</strong>
              <p>
                <Prose text={errorAdvice[code]} />
              </p>
            </article>
          );
        })}
      </div>
    </Frame>
  );
}
