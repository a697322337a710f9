import type { EventPlan, NoteKind } from '#shared/template.ts'

/** The digit that sets this kind: 1 to 9 in the order of the template. */
export const keyOfKind = (
  { noteKinds }: Pick<EventPlan, 'noteKinds'>,
  kind: NoteKind,
): string | undefined => {
  const at = noteKinds.indexOf(kind)
  return at >= 0 && at < 9 ? String(at + 1) : undefined
}

export const kindOfKey = ({ noteKinds }: Pick<EventPlan, 'noteKinds'>, key: string): NoteKind | undefined =>
  /^[1-9]$/.test(key) ? noteKinds[Number(key) - 1] : undefined
