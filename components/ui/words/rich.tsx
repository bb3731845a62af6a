import { createElement, Fragment, type ReactNode } from 'react';
import type { Pieces } from '@/lib/words/say';

type RichProps<Name extends string> = { of: Pieces<Name>; with: Record<Name, ReactNode> };

/** A message with more than text in it. Each value is kept apart, so that it does not turn the words around it. */
export function Rich<Name extends string>({ of: { words }, with: values }: RichProps<Name>) {
  const given: Readonly<Record<string, ReactNode>> = values;
  const parts = words.map((part) => (typeof part === 'string' ? part : <bdi key={part.name}>{given[part.name]}</bdi>));
  return createElement(Fragment, null, ...parts);
}
