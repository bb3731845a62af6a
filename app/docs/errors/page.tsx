import type { Metadata } from 'next';
import { Frame } from '@/app/docs/frame';
import { Code, Prose } from '@/app/docs/prose';
import { errorAdvice, problemCodes } from '@/lib/http/base/error-advice';
import { Refusal } from '@/lib/kernel/errors';

export const metadata: Metadata = { title: 'Problem codes' };

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
      <div>
        {problemCodes.map((code) => {
          const { status, title } = new Refusal(code);
          return (
            <article
              key={code}
              id={code}
              className="-mx-4 scroll-mt-6 border-t border-line px-4 py-5 target:bg-warn-ground"
            >
              <h2 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Code>{code}</Code>
                <span className="text-sm font-normal text-quiet">{status}</span>
              </h2>
              <p className="mt-2 font-semibold">{title}</p>
              <p className="mt-1 max-w-prose">
                <Prose text={errorAdvice[code]} />
              </p>
            </article>
          );
        })}
      </div>
    </Frame>
  );
}
