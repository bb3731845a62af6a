import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';

/** The way to older lines and back to the newest, for lists whose cursor leads one way. */
export function OlderPages({ first, older }: { first: string | null; older: string | null }) {
  if (!first && !older) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-2 text-[0.8125rem]">
      {first && (
        <Link href={first} prefetch={false} className={buttonClass('bare')}>
          Newest
        </Link>
      )}
      {older && (
        <Link href={older} prefetch={false} rel="next" className={buttonClass('small')}>
          Older
        </Link>
      )}
    </nav>
  );
}
