import type { GroupId, NoteRef, ResultId } from '#shared/ids.ts'

/** What the Plenum page shows; the address says it, so that every view can be linked. */
export type PlenumView =
  | { readonly kind: 'start' }
  | { readonly kind: 'result'; readonly id: ResultId }
  | { readonly kind: 'note'; readonly ref: NoteRef }
  /** A group presents: its notes, or one of them. */
  | { readonly kind: 'group'; readonly group: GroupId; readonly note: NoteRef | null }
  /** The results of a Leitfrage that are decided at once. */
  | { readonly kind: 'block'; readonly group: GroupId }
  | { readonly kind: 'closing' }
  | { readonly kind: 'version'; readonly number: number }

export const readView = (search: URLSearchParams): PlenumView => {
  const result = search.get('ergebnis')
  if (result) return { kind: 'result', id: result as ResultId }
  const note = search.get('karte')
  const group = search.get('gruppe')
  if (group) return { kind: 'group', group: group as GroupId, note: note as NoteRef | null }
  const block = search.get('block')
  if (block) return { kind: 'block', group: block as GroupId }
  if (note) return { kind: 'note', ref: note as NoteRef }
  const version = search.get('fassung')
  if (version !== null && /^[1-9]\d{0,5}$/.test(version)) return { kind: 'version', number: Number(version) }
  return search.get('ansicht') === 'schluss' ? { kind: 'closing' } : { kind: 'start' }
}

export const viewPath = (view: PlenumView): string => {
  if (view.kind === 'result') return `/plenum?ergebnis=${encodeURIComponent(view.id)}`
  if (view.kind === 'note') return `/plenum?karte=${encodeURIComponent(view.ref)}`
  if (view.kind === 'block') return `/plenum?block=${encodeURIComponent(view.group)}`
  if (view.kind === 'group')
    return `/plenum?gruppe=${encodeURIComponent(view.group)}${view.note ? `&karte=${encodeURIComponent(view.note)}` : ''}`
  if (view.kind === 'version') return `/plenum?fassung=${view.number}`
  return view.kind === 'closing' ? '/plenum?ansicht=schluss' : '/plenum'
}
