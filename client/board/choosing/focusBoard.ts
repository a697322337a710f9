import type { NoteId } from '#shared/ids.ts'

/** Where the focus goes when the tool that had it goes away: to this card, to the tab stop of the wall, or to the page. */
export const focusBoard = (id?: NoteId | undefined): void => {
  const place =
    (id && document.getElementById(`note-${id}`)) ??
    document.querySelector<HTMLElement>('.board-surface :is(.board-note, .board-cluster)[tabindex="0"]') ??
    document.getElementById('notes')
  place?.focus({ preventScroll: true })
}
