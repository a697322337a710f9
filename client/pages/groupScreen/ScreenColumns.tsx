import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Measured } from './useScreenPlace.ts'

/** Letter sizes in px at 1920 × 1080, the largest first; nothing is smaller than the last. */
const sizes = [44, 38, 33, 28]

type ScreenColumnsProps = {
  readonly id: string
  readonly page: number
  readonly onMeasured: (measured: Measured) => void
  readonly children: ReactNode
}

/**
 * Columns as large as they fit on one page, else pages of them. The size is chosen when the view opens and when the
 * window changes: while others write, what is shown keeps its size and place.
 */
export function ScreenColumns({ id, page, onMeasured, children }: ScreenColumnsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const columns = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, columns.current]
    if (!outer || !inner) return
    let known: Measured = { id, pages: 0 }
    const count = () => {
      const gap = Number.parseFloat(getComputedStyle(inner).columnGap) || 0
      const step = outer.clientWidth + gap
      outer.style.setProperty('--step', `${step}px`)
      const pages = Math.max(1, Math.ceil((inner.scrollWidth + gap - 1) / step))
      onMeasured(known.pages === pages ? known : (known = { id, pages }))
    }
    const fit = () => {
      const fits = (size: number) => {
        outer.style.setProperty('--size', String(size))
        return inner.scrollWidth <= outer.clientWidth + 1
      }
      if (!sizes.some(fits)) outer.style.setProperty('--size', String(sizes.at(-1)))
      count()
    }
    fit()
    document.fonts.addEventListener('loadingdone', fit)
    let size = `${outer.clientWidth} ${outer.clientHeight}`
    const resized = new ResizeObserver(() => {
      const now = `${outer.clientWidth} ${outer.clientHeight}`
      if (now === size) return
      size = now
      fit()
    })
    resized.observe(outer)
    const changed = new MutationObserver(count)
    changed.observe(inner, { childList: true, subtree: true, characterData: true })
    return () => {
      document.fonts.removeEventListener('loadingdone', fit)
      resized.disconnect()
      changed.disconnect()
    }
  }, [id, onMeasured])

  return (
    <div ref={frame} className="screen-frame">
      <div
        ref={columns}
        className="screen-columns"
        style={{ transform: `translateX(calc(var(--step, 100%) * ${-page}))` }}
      >
        {children}
      </div>
    </div>
  )
}
