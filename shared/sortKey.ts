/**
 * Sort keys that leave room between any two: strings over 62 digits that compare as text.
 * Two people may make the same key at once; readers break ties by id.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length
const valueAt = (key: string, at: number, beyond: number): number =>
  at < key.length ? Math.max(0, digits.indexOf(key[at] as string)) : beyond

/**
 * A key after `before` and before `after`; null stands for the open end.
 * Where a stranger's keys leave no room (nothing stands before "0"), the key comes after both.
 */
export const keyBetween = (before: string | null, after: string | null): string => {
  const low = before ?? ''
  const high = after !== null && after > low ? after : null
  let key = ''
  let bounded = high !== null
  for (let at = 0; ; at++) {
    if (bounded && at >= (high as string).length) bounded = false
    const from = valueAt(low, at, 0)
    const to = bounded ? valueAt(high as string, at, 0) : base
    if (to - from > 1) {
      // Appending at the end is the common case: step by one there, so that keys stay short.
      const step = high === null && low !== '' ? from + 1 : (from + to) >> 1
      return key + digits[step]
    }
    key += digits[from]
    if (to > from) bounded = false
  }
}

/** Order by key, then by id. */
export const byKeyThenId = (a: { key: string; id: string }, b: { key: string; id: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
