'use client';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useListening } from '@/components/ui/use-listening';

/** As wide as most phones, in CSS pixels: what is inside lays itself out for that, and not for the reader's screen. */
const phoneWidth = 375;
const leastHeight = 640;

type PhoneFrameProps = { title: string; theme: 'light' | 'dark'; children: ReactNode };

/** A page within the page, drawn to scale. Our own styles and nothing of the network: it has no address. */
export function PhoneFrame(props: PhoneFrameProps) {
  // The server has no frame to draw into.
  if (!useListening()) return <div className="h-96 rounded-2xl border border-line bg-sunken" />;
  return <Frame {...props} />;
}

function Frame({ title, theme, children }: PhoneFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState({ height: leastHeight, scale: 1 });
  // Some browsers put another empty document in place of the first one as soon as the frame has loaded.
  const adopt = useCallback(() => {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    dress(inside, theme, title);
    setBody(inside.body);
  }, [theme, title]);
  useEffect(adopt, [adopt]);
  useEffect(() => {
    if (!body || !place.current) return;
    const measure = () => {
      const scale = Math.min(1, (place.current?.clientWidth ?? phoneWidth) / phoneWidth);
      const height = Math.max(leastHeight, body.scrollHeight);
      setSize((was) => (was.scale === scale && was.height === height ? was : { scale, height }));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(place.current);
    watch.observe(body);
    measure();
    return () => watch.disconnect();
  }, [body]);
  const { height, scale } = size;
  return (
    <div ref={place} className="overflow-hidden rounded-2xl border border-line" style={{ height: height * scale }}>
      <iframe
        ref={frame}
        title={title}
        inert
        className="block origin-top-left"
        style={{ width: phoneWidth, height, transform: `scale(${scale})` }}
        onLoad={adopt}
      />
      {body && createPortal(children, body)}
    </div>
  );
}

/** Our own styles, once, in the theme that is asked for. */
function dress(inside: Document, theme: string, title: string): void {
  inside.documentElement.lang = 'en';
  inside.documentElement.dataset.theme = theme;
  inside.title = title;
  if (inside.head.querySelector('link, style')) return;
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
    inside.head.append(sheet.cloneNode(true));
  }
}
