import { useEffect } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'

/** A card that was asked for, such as the next hit, comes into view in the list and gets the focus. */
export const useShowInList = (isList: boolean): void => {
  const { wanted } = useBoardPlace().search
  useEffect(() => {
    if (!isList) return
    return wanted.subscribe(() => {
      const id = wanted.get()?.id
      const card = id && document.getElementById(`note-${id}`)
      if (!card) return
      card.scrollIntoView({ block: 'center' })
      card.focus({ preventScroll: true })
    })
  }, [wanted, isList])
}
