import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import type { BoardStore } from '../boardStore.ts'
import { happeningOf, newsBundle, stronger, type Happening, type News } from './newsBundle.ts'

export type NewsTellerOptions = {
  readonly store: Pick<BoardStore, 'notes' | 'note' | 'subscribeNotes'>
  /** Who did it, as far as one knows. */
  readonly nameOf: (id: NoteId, what: Happening) => string | null
  /** Who writes in it at this moment. */
  readonly writerOf: (id: NoteId) => string | null
  readonly tellOthers: (news: readonly News[]) => void
  /** One note that this person changed. */
  readonly tellOwn: (before: Note, after: Note) => void
  /** What happens while nobody looks is not told later. */
  readonly isHeard: () => boolean
  readonly everyMs?: number
}

/** Changes of others in bundles, at most one every five seconds; own ones at once. */
export const newsTeller = (options: NewsTellerOptions): (() => void) => {
  const { store, everyMs = 5000 } = options
  const known = new Map<NoteId, Note>(store.notes().map((note) => [note.id, note]))
  const writers = new Map<NoteId, string>()
  const since = new Map<NoteId, Happening>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    timer = undefined
    const news = newsBundle(since, (id, what) => options.nameOf(id, what) ?? writers.get(id) ?? null)
    since.clear()
    writers.clear()
    if (news.length > 0 && options.isHeard()) options.tellOthers(news)
  }
  const end = store.subscribeNotes((changed, isLocal) => {
    for (const id of changed) {
      const before = known.get(id) ?? null
      const after = store.note(id)
      if (after) known.set(id, after)
      else known.delete(id)
      if (isLocal) {
        if (changed.size === 1 && before && after) options.tellOwn(before, after)
        continue
      }
      const what = happeningOf(before, after, since.get(id))
      if (what === null) continue
      since.set(id, stronger(since.get(id), what))
      const writer = options.writerOf(id)
      if (writer !== null) writers.set(id, writer)
    }
    if (since.size > 0) timer ??= setTimeout(tell, everyMs)
  })
  return () => {
    end()
    clearTimeout(timer)
  }
}
