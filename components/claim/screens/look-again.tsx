import { buttonClass } from '@/components/ui/button';

/** Asks the server once more; works without JavaScript. */
export function LookAgain({ token, main }: { token: string; main?: boolean }) {
  return (
    <a className={buttonClass(main ? 'primary' : 'quiet')} href={`/p/${token}`}>
      Look again now
    </a>
  );
}
