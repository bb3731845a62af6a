'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type MakeDialogProps<T> = {
  /** What the button says. */
  button: ReactNode;
  /** Beside another button that is the page's main one. */
  quiet?: boolean;
  title: string;
  form: (onMade: (thing: T) => void) => ReactNode;
  /** Once it is made. */
  madeTitle: string;
  made: (thing: T, onDone: () => void) => ReactNode;
  /** Whether a press beside the dialog leaves it open, since something is shown in it just once. */
  keep: (thing: T) => boolean;
};

/** The button that makes something, the dialog with its form, and what the maker has to know of it once it is made. */
export function MakeDialog<T>({ button, quiet = false, title, form, madeTitle, made, keep }: MakeDialogProps<T>) {
  const [open, setOpen] = useState(false);
  const [thing, setThing] = useState<T | null>(null);
  const router = useRouter();
  const close = () => {
    setOpen(false);
    setThing(null);
  };
  const onMade = (fresh: T) => {
    setThing(fresh);
    router.refresh();
  };
  const isMade = thing !== null;
  return (
    <>
      <button type="button" className={buttonClass(quiet ? 'small' : 'smallPrimary')} onClick={() => setOpen(true)}>
        {button}
      </button>
      <Dialog open={open} onClose={close} title={isMade ? madeTitle : title} keep={isMade && keep(thing)}>
        {isMade ? made(thing, close) : form(onMade)}
      </Dialog>
    </>
  );
}
