import { useMemo } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { announce } from '../arranging/announce.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { boxOf } from './boardLayout.ts'
import { dropCluster, dropNotes } from './dropOnBoard.ts'
import { notesMovedWith } from './movedWith.ts'
import {
  movePlaces,
  moveStart,
  moveStep,
  placeRank,
  type MoveColumns,
  type MovePlace,
  type MoveStep,
} from './movePlaces.ts'
import type { Direction } from './neighbourOf.ts'
import { useWall, type Wall } from './useWall.ts'

/** What is carried by keys, and where it would come to lie. */
export type Moving = {
  readonly key: string
  readonly columns: MoveColumns
  readonly at: MoveStep
  /** Where it was taken up. */
  readonly from: MoveStep
  readonly release: () => void
}
export type MoveMode = {
  readonly start: (key: string) => void
  readonly step: (direction: Direction) => void
  readonly drop: () => void
  readonly cancel: () => void
  /** Puts it back without a word, because people are somewhere else by now. */
  readonly leave: () => void
}

export const placeOf = ({ columns, at }: Pick<Moving, 'columns' | 'at'>): MovePlace | null =>
  columns[at.column]?.[at.row] ?? null

/** Moving by keys: on this screen only until it is put down, as with the mouse. */
export const useMoveMode = (): MoveMode => {
  const t = useTexts()
  const place = useBoardPlace()
  const { layout, metrics, moving, focusOn, showBox } = useWall()
  const nameOf = usePlaceName()
  return useMemo((): MoveMode => {
    const end = () => {
      const now = moving.get()
      moving.set(null)
      now?.release()
      return now
    }
    return {
      start: (key) => {
        const now = layout.get()
        const box = boxOf(now, key)
        const own = now.notes.get(key as NoteId) ?? now.clusters.get(key)
        if (!box || !own) return
        const cluster = [...now.clusters.values()].find(
          (one) => 'cluster' in own && one.id === own.cluster && one.question === own.question,
        )
        const columns = movePlaces(now, metrics, key)
        const from = moveStart(columns, { question: own.question, cluster: cluster ?? null }, box)
        moving.set({ key, columns, at: from, from, release: layout.hold() })
        announce(`${t('arranging:moveHint')} ${nameOf({ columns, at: from })}`)
      },
      step: (direction) => {
        const now = moving.get()
        if (!now) return
        const at = moveStep(now.columns, now.at, direction)
        if (at.column === now.at.column && at.row === now.at.row) return
        const next = { ...now, at }
        moving.set(next)
        const box = boxOf(layout.get(), now.key)
        const found = placeOf(next)
        if (box && found) showBox({ ...box, ...found.corner })
        announce(nameOf(next))
      },
      drop: () => {
        const now = moving.get()
        const found = now && placeOf(now)
        if (!now || !found) return
        const boxes = layout.get()
        end()
        const isSame = now.at.column === now.from.column && now.at.row === now.from.row
        const cluster = boxes.clusters.get(now.key)
        if (isSame) announce(t('arranging:movedNot'))
        else {
          if (cluster) dropCluster(place, boxes, metrics, cluster, found.target, found.corner)
          else {
            const notes = notesMovedWith(boxes, place.selection.get(), now.key)
            dropNotes(place, boxes, metrics, now.key as NoteId, notes, found.target, found.corner)
          }
          announce(t('arranging:movedTo', { place: nameOf(now) }))
        }
        const moved = cluster ? `${found.target.question}/${cluster.id}` : now.key
        whenLaid(layout, moved, () => focusOn(moved))
      },
      cancel: () => {
        const now = end()
        if (!now) return
        announce(t('arranging:movedNot'))
        focusOn(now.key)
      },
      leave: () => void end(),
    }
  }, [t, place, layout, metrics, moving, focusOn, showBox, nameOf])
}

/** In another zone a heading has another key, which the wall knows once it is laid out there. */
const whenLaid = (layout: Wall['layout'], key: string, then: () => void) => {
  if (boxOf(layout.get(), key)) return then()
  const end = layout.subscribe(() => {
    if (!boxOf(layout.get(), key)) return
    end()
    then()
  })
}

const names = { left: 'placeLeft', right: 'placeRight', none: 'placeAmong' } as const

/** "A2, unter „Kernaufgaben“", "A1, links, Platz 3", "Themenspeicher". */
export const usePlaceName = (): ((moving: Pick<Moving, 'columns' | 'at'>) => string) => {
  const t = useTexts()
  const { store } = useBoardPlace()
  return useMemo(
    () => (moving) => {
      const place = placeOf(moving)
      if (!place) return ''
      const { question, cluster } = place.target
      if (question === null) return t('arranging:placeParking')
      const title = cluster && store.clusters.get().find(({ id }) => id === cluster.id)?.title
      if (cluster)
        return t('arranging:placeCluster', { question, title: title || t('group:clusterUntitled') })
      const { side, rank } = placeRank(moving.columns, moving.at)
      return t(`arranging:${names[side ?? 'none']}`, { question, place: rank })
    },
    [t, store],
  )
}
