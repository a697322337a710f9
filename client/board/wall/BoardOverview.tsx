import { useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { kindOf } from '#shared/template.ts'
import type { BoardLayout } from './boardLayout.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { paintOverview } from './paintOverview.ts'

/** From far away cards are colours and first words: all of them on one canvas, whatever their number. The list holds their text. */
export function BoardOverview({ layout }: { readonly layout: BoardLayout }) {
  const t = useTexts()
  const { store, plan, group, search, selection } = useBoardPlace()
  const { getState, subscribe } = useStoreApi()
  const canvas = useRef<HTMLCanvasElement>(null)

  const draw = () => {
    const element = canvas.current
    const pen = element?.getContext('2d')
    if (!element || !pen) return
    const { transform, width, height } = getState()
    const [left, top, zoom] = transform
    const sharp = window.devicePixelRatio || 1
    if (element.width !== Math.round(width * sharp) || element.height !== Math.round(height * sharp)) {
      element.width = Math.round(width * sharp)
      element.height = Math.round(height * sharp)
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0)
    pen.clearRect(0, 0, width, height)
    const hits = search.hits.get()
    const chosen = selection.get()
    paintOverview({
      pen,
      layout,
      view: { x: left, y: top, zoom },
      size: { width, height },
      style: getComputedStyle(document.documentElement),
      paperOf: (id) => kindOf(plan, store.note(id)?.kind ?? '').paper,
      blocksOf: (id) => store.note(id)?.blocks ?? [],
      isDimmed: (id) => hits !== null && !hits.ids.has(id),
      isChosen: (id) => chosen.has(id),
      clusterTitle: (title) => title || t('group:clusterUntitled'),
      zoneHead: (question) =>
        question === null
          ? { number: '', text: t('group:parkingTitle') }
          : { number: question, text: group.questions.find(({ id }) => id === question)?.text ?? '' },
    })
  }
  const latest = useRef(draw)
  latest.current = draw

  useLayoutEffect(() => latest.current(), [layout])
  useEffect(() => {
    let frame = 0
    const later = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        latest.current()
      })
    }
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', later)
    const ends = [
      subscribe(later),
      store.subscribeNotes(later),
      search.hits.subscribe(later),
      selection.subscribe(later),
    ]
    return () => {
      cancelAnimationFrame(frame)
      dark.removeEventListener('change', later)
      for (const end of ends) end()
    }
  }, [subscribe, store, search, selection])

  return <canvas ref={canvas} className="board-overview" aria-hidden="true" />
}
