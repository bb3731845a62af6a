/** Ages of what is promised and not claimed: a liability belongs to the last one whose days it has reached. */
export const ages = [
  { fromDays: 0, words: 'Under a day' },
  { fromDays: 1, words: '1 to 7 days' },
  { fromDays: 7, words: '7 to 30 days' },
  { fromDays: 30, words: '30 to 90 days' },
  { fromDays: 90, words: 'Over 90 days' },
] as const;
