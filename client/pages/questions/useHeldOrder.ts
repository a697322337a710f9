import { useRef, useState } from 'react'

/**
 * While somebody reads or taps in a list, nothing jumps under their finger: known rows keep their places, new ones come
 * last. The list is sorted again when they leave it, or ask for it.
 */
export const useHeldOrder = <Row extends { readonly id: string }>(rows: readonly Row[]) => {
  const [isHeld, setHeld] = useState(false)
  const held = useRef<readonly string[]>([])
  const shown = isHeld ? inOrder(rows, held.current) : rows
  held.current = shown.map(({ id }) => id)
  return {
    rows: shown,
    hasChanged: isHeld && shown.some(({ id }, at) => rows[at]?.id !== id),
    release: () => setHeld(false),
    hold: {
      onFocus: () => setHeld(true),
      onBlur: (event: React.FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false)
      },
      onPointerEnter: () => setHeld(true),
      onPointerLeave: (event: React.PointerEvent) => {
        if (!event.currentTarget.contains(document.activeElement)) setHeld(false)
      },
    },
  }
}

/** As they stood; what was not there yet comes last. */
export const inOrder = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  ids: readonly string[],
): readonly Row[] => {
  const places = new Map(ids.map((id, at) => [id, at]))
  const placeOf = ({ id }: Row) => places.get(id) ?? ids.length
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row) || a.at - b.at)
    .map(({ row }) => row)
}
