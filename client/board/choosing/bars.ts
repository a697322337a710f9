import { fetchedApart } from '../../ui/fetchedApart.tsx'

const loadSearch = () => import('./SearchBar.tsx')
const loadSelection = () => import('./SelectionBar.tsx')
const loadPaste = () => import('../paste/OpenPasteBar.tsx')

// Nobody needs them to read a board.
export const SearchBar = fetchedApart(async () => (await loadSearch()).SearchBar)
export const SelectionBar = fetchedApart(async () => (await loadSelection()).SelectionBar)
export const OpenPasteBar = fetchedApart(async () => (await loadPaste()).OpenPasteBar)

/** Once the board stands, and before the network may go. */
export const prefetchBars = (): (() => void) => {
  const timer = setTimeout(() => {
    // Without a network they are asked for again when they are needed.
    void Promise.all([loadSearch(), loadSelection(), loadPaste()]).catch(() => {})
  }, 500)
  return () => clearTimeout(timer)
}
