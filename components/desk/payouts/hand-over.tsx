'use client';
import { useState, useSyncExternalStore } from 'react';
import { buttonClass } from '@/components/ui/button';

type HandOverProps = {
  link: string;
  /** What the other side is told it is. */
  title: string;
  onShared: () => void;
  /** Where it is for a mail address. */
  email?: string;
};

/** A mail of the member's own, in their own mail program, already written. */
function mailOf({ link, title, email = '' }: HandOverProps): string {
  const words = { subject: title, body: `${title}\n\n${link}\n` };
  const query = Object.entries(words).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}?${query.join('&')}`;
}

const never = () => () => {};

function useCanShare(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof navigator.share === 'function',
    () => false,
  );
}

/** Ways to hand a link on besides copying it: a mail, the system's own, and a picture for the camera of a phone. */
export function HandOver(props: HandOverProps) {
  const { link, title, onShared } = props;
  const canShare = useCanShare();
  const [drawn, setDrawn] = useState<{ side: number; path: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const share = async () => {
    setProblem(null);
    try {
      await navigator.share({ title, url: link });
      onShared();
    } catch (error) {
      // Closing the system's own sheet is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        setProblem('It could not be shared. Copy it.');
    }
  };
  const draw = async () => {
    setProblem(null);
    try {
      const { qrPath } = await import('./qr-path');
      setDrawn(qrPath(link));
    } catch {
      setProblem('The code could not be drawn. Check your connection and press again, or copy the link.');
    }
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        <a className={buttonClass('small')} href={mailOf(props)}>
          E-mail it
        </a>
        {canShare && (
          <button type="button" className={buttonClass('small')} onClick={share}>
            Share …
          </button>
        )}
        <button
          type="button"
          className={buttonClass('small')}
          aria-expanded={drawn !== null}
          onClick={() => (drawn ? setDrawn(null) : draw())}
        >
          {drawn ? 'Hide the QR code' : 'Show as a QR code'}
        </button>
      </div>
      <div role="status" className="text-sm">
        {problem && <p className="text-warn">{problem}</p>}
        {drawn && <QrCode {...drawn} />}
      </div>
    </div>
  );
}

/** Dark on light in both themes: not every camera reads the other way round. */
function QrCode({ side, path }: { side: number; path: string }) {
  return (
    <figure className="space-y-1.5">
      <svg
        role="img"
        aria-label="QR code of the link"
        viewBox={`0 0 ${side} ${side}`}
        shapeRendering="crispEdges"
        className="size-52 max-w-full rounded-lg border border-line"
      >
        <rect width={side} height={side} fill="white" />
        <path d={path} fill="black" />
      </svg>
      <figcaption className="max-w-prose text-xs text-quiet">
        Point a phone’s camera at it. It is the link itself: show it to nobody else.
      </figcaption>
    </figure>
  );
}
