'use client';
import { useEffect, useRef, useState } from 'react';

type LogoProps = { src: string | null; name: string };

/** The merchant's picture; its first letter where there is none, or none arrives. */
export function Logo({ src, name }: LogoProps) {
  const image = useRef<HTMLImageElement>(null);
  const [missing, setMissing] = useState(src === null);
  useEffect(() => {
    // It may have failed before this page listened.
    if (image.current?.complete && image.current.naturalWidth === 0) setMissing(true);
  }, []);
  if (missing || src === null) {
    return (
      <span
        aria-hidden="true"
        className="flex size-9 items-center justify-center rounded-lg border border-line bg-sunken font-semibold text-quiet uppercase"
      >
        {[...name][0]}
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: a merchant's own address, and next/image would add script to the page
    <img
      ref={image}
      src={src}
      alt=""
      width={36}
      height={36}
      referrerPolicy="no-referrer"
      onError={() => setMissing(true)}
      className="size-9 rounded-lg object-contain"
    />
  );
}
