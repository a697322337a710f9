import type { ReactNode } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { ChooseBox } from './ChooseBox.tsx'

type ChooseCornerProps = {
  readonly id: NoteId
  readonly number: string | null
  /** The card's menu. */
  readonly children: ReactNode
}

/** The corner of a card in the list: its menu, or a check box while one chooses (`ChoosingSpace`). Both stand ready. */
export function ChooseCorner({ id, number, children }: ChooseCornerProps) {
  const { mayWrite } = useBoardPlace()
  return (
    <>
      {children}
      {mayWrite && <ChooseBox id={id} number={number} />}
    </>
  )
}
