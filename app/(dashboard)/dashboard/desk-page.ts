import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Permission } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import type { Viewer } from '@/lib/access/schema';
import { viewViewer } from '@/lib/access/team/viewer';
import { deskContext } from '@/lib/http/pages/desk-context';
import { Refusal } from '@/lib/kernel/errors';

/** Reads the viewer once for all parts of a page. A visitor without a session goes to the sign-in page. */
export const readDesk = cache(async (): Promise<{ ctx: Context; viewer: Viewer }> => {
  const ctx = await deskContext();
  return { ctx, viewer: await viewViewer(ctx) };
});

/** The first line of every page of the desk: what the role may not see is answered as if it were not there. */
export async function deskPage(permission: Permission): Promise<{ ctx: Context; viewer: Viewer }> {
  const desk = await readDesk();
  if (!desk.viewer.permissions.includes(permission)) notFound();
  return desk;
}

/** What a verb answers; a page of what is not there is a 404. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound();
    throw error;
  }
}
