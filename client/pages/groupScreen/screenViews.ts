import type { NoteId } from '#shared/ids.ts'
import type { Question } from '#shared/template.ts'
import type { Arrangement } from '../../board/arrange.ts'

export type ScreenSection = {
  readonly id: string
  /** Heading of a cluster; null: loose notes, without one. */
  readonly title: string | null
  readonly notes: readonly NoteId[]
}
/** One thing on the screen at a time: a question, the Themenspeicher, or what goes to the Plenum. */
export type ScreenView = {
  readonly id: string
  readonly kind: 'question' | 'parking' | 'plenum'
  readonly text: string
  readonly sections: readonly ScreenSection[]
}
export const plenumView = 'plenum'
export const parkingView = 'speicher'

/** All views of a board in the order of reading out. */
export const screenViews = (
  { zones, parked, marked }: Arrangement,
  questions: readonly Question[],
): readonly ScreenView[] => [
  ...questions.map(({ id, text }): ScreenView => {
    const zone = zones.find(({ question }) => question === id)
    const clusters = (zone?.clusters ?? []).filter(({ notes }) => notes.length > 0)
    const loose = zone?.loose ?? []
    return {
      id,
      kind: 'question',
      text,
      sections: [...clusters, ...(loose.length > 0 ? [{ id: 'loose', title: null, notes: loose }] : [])],
    }
  }),
  ...(parked.length > 0 ? [onePage(parkingView, 'parking', parked)] : []),
  onePage(plenumView, 'plenum', marked),
]

const onePage = (id: string, kind: ScreenView['kind'], notes: readonly NoteId[]): ScreenView => ({
  id,
  kind,
  text: '',
  sections: notes.length > 0 ? [{ id, title: null, notes }] : [],
})
