import { useEffect } from 'react'
import { useStore } from '../sync/useStore.ts'
import { fetchedApart } from '../ui/fetchedApart.tsx'
import { prefetchClusterDialogs } from './clusterDialogs.ts'
import { focusBoard } from './choosing/focusBoard.ts'
import { giveFocusBack } from './giveFocusBack.ts'
import { useBoardPlace } from './useBoardPlace.ts'

const load = {
  menu: () => import('./NoteMenuPopover.tsx'),
  sort: () => import('./NoteSheet.tsx'),
  details: () => import('./NoteDetails.tsx'),
  text: () => import('./RoomyEditor.tsx'),
  relating: () => import('./relating/RelatingSheet.tsx'),
}
const NoteMenuPopover = fetchedApart(async () => (await load.menu()).NoteMenuPopover)
const NoteSheet = fetchedApart(async () => (await load.sort()).NoteSheet)
const NoteDetails = fetchedApart(async () => (await load.details()).NoteDetails)
const RoomyEditor = fetchedApart(async () => (await load.text()).RoomyEditor)
const RelatingSheet = fetchedApart(async () => (await load.relating()).RelatingSheet)

/** Menu and dialogs of all cards, once a page. */
export function NoteSheets() {
  const { menu } = useBoardPlace()
  const isOpen = useStore(menu) !== null
  // Once the cards stand, and before the network may go.
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of [...Object.values(load), prefetchClusterDialogs]) void part().catch(() => {})
    }, 500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {isOpen && <NoteMenuPopover />}
      <OpenSheet />
    </>
  )
}

function OpenSheet() {
  const { sheet } = useBoardPlace()
  const open = useStore(sheet)
  if (!open) return null
  const close = () => {
    sheet.set(null)
    // The menu that opened it is long gone, and the card may stand elsewhere now.
    giveFocusBack(() => {
      const card = document.getElementById(`note-${open.id}`)
      // On the wall keys work on the card itself.
      const back = card?.matches('.board-note') ? card : card?.querySelector<HTMLElement>('.note-menu')
      back?.focus({ preventScroll: true })
    })
  }
  const backToOpener = () => {
    sheet.set(null)
    // The dialog gives the focus back by itself, unless what opened it is gone.
    setTimeout(() => {
      if (document.activeElement === document.body)
        document.getElementById(`note-${open.id}`)?.focus({ preventScroll: true })
    }, 80)
  }
  const backToCard = () => {
    sheet.set(null)
    giveFocusBack(() => focusBoard(open.id))
  }
  if (open.about === 'text') return <RoomyEditor id={open.id} onClose={backToCard} />
  if (open.about === 'sort') return <NoteSheet id={open.id} onClose={close} />
  if (open.about === 'details') return <NoteDetails id={open.id} onClose={backToOpener} />
  return <RelatingSheet key={`${open.about} ${open.id}`} open={open} onClose={backToOpener} />
}
