'use client';
import { usePageWords } from '@/components/ui/words/page-words';
import { buttonClass } from './button';

type TrueStateProps = { digest?: string | undefined };

/** Shown when a page broke: it says nothing of what happened before, and leads to where that can be read. */
export function TrueState({ digest }: TrueStateProps) {
  const { words } = usePageWords();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10 text-center">
      <h1 className="text-xl font-semibold">{words['ui.broken.heading']}</h1>
      <p className="mt-3 text-pretty text-quiet">{words['ui.broken.words']}</p>
      <p className="mt-6">
        <button type="button" className={buttonClass()} onClick={() => window.location.reload()}>
          {words['ui.broken.do']}
        </button>
      </p>
      {digest && <p className="mt-6 font-mono text-[0.8125rem] text-quiet">{digest}</p>}
    </main>
  );
}
