declare const brand: unique symbol
/** A string that says what it names. Ids are made by the caller; `shared` has no chance of its own. */
type Id<Name extends string> = string & { readonly [brand]: Name }

export type EventId = Id<'event'>
export type GroupId = Id<'group'>
export type QuestionId = Id<'question'>
export type NoteId = Id<'note'>
export type ClusterId = Id<'cluster'>
export type CommentId = Id<'comment'>
export type ResultId = Id<'result'>
export type DecisionId = Id<'decision'>
export type PersonId = Id<'person'>
export type KindId = Id<'kind'>
export type LevelId = Id<'level'>
/** `<tag set>/<tag>`, e.g. `principle/humanity`. */
export type TagId = Id<'tag'>
/** `<group>/<note>`: a note as the Plenum knows it. */
export type NoteRef = Id<'noteRef'>

const pattern = /^[A-Za-z0-9_-]{1,64}$/
export const isId = (value: unknown): value is string => typeof value === 'string' && pattern.test(value)

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
/** An id of 16 characters out of 10 random bytes (80 bits), which the caller brings along. */
export const idOf = <T extends string>(random: Uint8Array): T => {
  let bits = 0
  let held = 0
  let id = ''
  for (const byte of random.subarray(0, 10)) {
    bits = (bits << 8) | byte
    held += 8
    while (held >= 5) {
      held -= 5
      id += alphabet[(bits >> held) & 31]
    }
    bits &= (1 << held) - 1
  }
  return id as T
}

export const noteRef = (group: GroupId, note: NoteId): NoteRef => `${group}/${note}` as NoteRef
export const partsOfRef = (ref: NoteRef): { group: GroupId; note: NoteId } => {
  const cut = ref.indexOf('/')
  return { group: ref.slice(0, cut) as GroupId, note: ref.slice(cut + 1) as NoteId }
}

/** The number people speak: A-07. */
export const noteNumber = (group: GroupId, number: number): string =>
  `${group}-${String(number).padStart(2, '0')}`
