import { useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { kindOf } from '#shared/template.ts'
import type { BoardLayout } from './boardLayout.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** From far away cards are colours: all of them on one canvas, whatever their number. The list holds their text. */
export function BoardOverview({ layout }: { readonly layout: BoardLayout }) {
  const { store, plan, search, selection } = useBoardPlace()
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
    const style = getComputedStyle(document.documentElement)
    const quiet = [style.getPropertyValue('--zone'), style.getPropertyValue('--line')] as const
    const focus = style.getPropertyValue('--focus')
    const hits = search.hits.get()
    const chosen = selection.get()
    const colours = new Map<string, readonly [string, string]>()
    const coloursOf = (kind: string) => {
      const { paper } = kindOf(plan, kind)
      const known = colours.get(paper) ?? [
        style.getPropertyValue(`--paper-${paper}`),
        style.getPropertyValue(`--paper-${paper}-edge`),
      ]
      colours.set(paper, known)
      return known
    }
    for (const { id, box } of layout.notes.values()) {
      const [x, y] = [box.x * zoom + left, box.y * zoom + top]
      const [wide, high] = [box.width * zoom, box.height * zoom]
      if (x > width || y > height || x + wide < 0 || y + high < 0) continue
      const isChosen = chosen.has(id)
      const [paper, edge] = hits === null || hits.ids.has(id) ? coloursOf(store.note(id)?.kind ?? '') : quiet
      pen.fillStyle = paper
      pen.strokeStyle = isChosen ? focus : edge
      pen.lineWidth = isChosen ? Math.max(1.5, Math.min(3, 10 * zoom)) : 1
      pen.fillRect(x, y, wide, high)
      pen.strokeRect(x + 0.5, y + 0.5, wide - 1, high - 1)
    }
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
