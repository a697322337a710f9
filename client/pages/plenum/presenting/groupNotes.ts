import type { GatheredNote } from '#shared/gather.ts'
import type { GroupId } from '#shared/ids.ts'

/** What a group has handed over, in its order. */
export const groupNotes = (notes: Iterable<GatheredNote>, group: GroupId): readonly GatheredNote[] =>
  [...notes]
    .filter((note) => note.group === group && note.order !== null)
    .sort((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1))
