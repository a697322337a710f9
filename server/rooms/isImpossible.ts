import * as Y from 'yjs'

/**
 * Well-formed, and yet nothing that any client can have written: it is empty, leans on what its own client has not
 * written by then, or counts further than numbers go. Yjs breaks on these, now or, worse, when what they wait for arrives.
 */
export const isImpossible = ({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean =>
  structs.some(isImpossibleStruct) ||
  [...ds.clients.values()].some((ranges) => ranges.some(({ clock, len }) => !isRange(clock, len)))

const isImpossibleStruct = (struct: Y.Item | Y.GC | Y.Skip): boolean => {
  const { id, length } = struct
  if (!isRange(id.clock, length)) return true
  if (!(struct instanceof Y.Item)) return false
  const parent = struct.parent as unknown
  return (
    isAhead(struct.origin, id) ||
    isAhead(struct.rightOrigin, id) ||
    (parent instanceof Y.ID && isAhead(parent, id))
  )
}

const isRange = (clock: number, length: number): boolean => length > 0 && Number.isSafeInteger(clock + length)
const isAhead = (other: Y.ID | null, { client, clock }: Y.ID): boolean =>
  other !== null && other.client === client && other.clock >= clock
