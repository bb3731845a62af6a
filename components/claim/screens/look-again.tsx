import type { ScreenProps } from '@/components/claim/screen-props';
import { buttonClass } from '@/components/ui/button';

type LookAgainProps = Pick<ScreenProps, 'token' | 'query' | 'say'> & { main?: boolean };

/** Asks the server once more; works without JavaScript. */
export function LookAgain({ token, query, say, main }: LookAgainProps) {
  return (
    <a className={buttonClass(main ? 'primary' : 'quiet')} href={`/p/${token}${query}`}>
      {say('claim.do.lookAgain')}
    </a>
  );
}
