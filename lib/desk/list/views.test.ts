import { expect, test } from 'vitest';
import { testDesk } from '@/lib/desk/testing/desk';
import { deleteView, listViews, saveView } from './views';

const desk = testDesk();

test('a view keeps its filters under its name, for one person at one merchant', async () => {
  await saveView(desk.member(), { name: 'Late', query: 'needs=stuck' });
  const saved = await saveView(desk.member(), { name: 'Late', query: 'rail=contract&needs=stuck' });
  expect(await listViews(desk.member())).toEqual([saved]);
  expect(saved).toMatchObject({ name: 'Late', query: 'needs=stuck&rail=contract' });
  expect(await listViews(desk.member('mer_one', 'owner', 'usr_bob'))).toEqual([]);
  expect(await listViews(desk.member('mer_two', 'owner', 'usr_ann'))).toEqual([]);
  await expect(deleteView(desk.member('mer_two'), saved.id)).rejects.toMatchObject({ code: 'not_found' });
  await deleteView(desk.member(), saved.id);
  expect(await listViews(desk.member())).toEqual([]);
});

test('only filters can be kept', async () => {
  for (const query of ['sql=1', 'status=rich', 'after=x']) {
    await expect(saveView(desk.member(), { name: 'x', query })).rejects.toMatchObject({ code: 'invalid_request' });
  }
});
