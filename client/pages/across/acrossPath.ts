import type { NoteRef } from '#shared/ids.ts'

const parameter = 'karten'
const pattern = /^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/
const mostNotes = 10

/** The proposals; where there is room all groups stand beside them. */
export const proposalsPath = '/vorbereitung'
/** All groups, also where there is room for nothing else. */
export const groupsPath = '/vorbereitung?ansicht=gruppen'

/** Every set of cards that is looked at has an address of its own. */
export const acrossPath = (notes: readonly NoteRef[]): string =>
  notes.length === 0 ? proposalsPath : `${proposalsPath}?${parameter}=${notes.join(',')}`

export type AcrossView = 'proposals' | 'groups' | 'compare'
export const viewInPath = (search: URLSearchParams): AcrossView => {
  if (notesInPath(search).length > 0) return 'compare'
  return search.get('ansicht') === 'gruppen' ? 'groups' : 'proposals'
}

/** The cards that an address names; what is none is left out. */
export const notesInPath = (search: URLSearchParams): NoteRef[] =>
  [...new Set(search.get(parameter)?.split(',') ?? [])]
    .filter((ref) => pattern.test(ref))
    .slice(0, mostNotes) as NoteRef[]
