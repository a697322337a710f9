import { useEffect } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { OpenPasteBar } from '../choosing/bars.ts'
import { pasteOffer } from './pasteOffer.ts'
import { useBoardPaste } from './useBoardPaste.ts'

/** "12 Zeilen: 12 Karten / Eine Karte", docked above the tools. */
export function PasteBar() {
  const offer = useStore(pasteOffer)
  useBoardPaste()
  useEffect(() => () => pasteOffer.set(null), [])
  return offer ? <OpenPasteBar offer={offer} /> : null
}
