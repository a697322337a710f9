import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { DiscussToggle } from '../presenting/presentingParts.ts'
import { spokenName, type OutlineItem } from './plenumOutline.ts'
import { viewPath } from '../plenumView.ts'
import { StateMark } from './StateMark.tsx'
import { useMove } from '../result/useMove.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type OutlineRowProps = { readonly item: OutlineItem; readonly isCurrent: boolean }

/** L7 Rote Linie, and where it stands. Alt with the arrows changes the order. */
export function OutlineRow({ item, isCurrent }: OutlineRowProps) {
  const { canEdit } = usePlenumPlace()
  const move = useMove(item)
  const row = useRef<HTMLAnchorElement>(null)
  const hasScrolled = useRef(false)
  // The list comes to the first one chosen; after that people scroll it themselves.
  useEffect(() => {
    if (!isCurrent || hasScrolled.current) return
    hasScrolled.current = true
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move.by(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <>
      <Link
        ref={row}
        className="outline-row"
        to={viewPath({ kind: 'result', id: item.result.id })}
        aria-current={isCurrent ? 'true' : undefined}
        {...(canEdit ? { 'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown' } : {})}
        onKeyDown={onKeyDown}
      >
        <span className="outline-name num">{item.name ?? '–'}</span>
        <span className="outline-title" dir="auto" title={item.result.title}>
          {item.result.title}
        </span>
        <StateMark standing={item.standing} />
      </Link>
      <DiscussToggle small target={item.result.id} sources={item.result.sources} name={spokenName(item)} />
    </>
  )
}
