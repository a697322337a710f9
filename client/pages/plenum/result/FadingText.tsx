import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Block } from '#shared/note.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import './FadingText.css'

type FadingTextProps = {
  readonly blocks: readonly Block[]
  /** How they are written, where it is not as a plain text. */
  readonly render?: ((blocks: readonly Block[]) => ReactNode) | undefined
}

/** A text others change while it is read: it keeps its place, and what is new comes forward within two seconds. */
export function FadingText({ blocks, render }: FadingTextProps) {
  const [changes, setChanges] = useState(0)
  const shown = useRef(blocks)
  useEffect(() => {
    if (shown.current === blocks || JSON.stringify(shown.current) === JSON.stringify(blocks)) return
    shown.current = blocks
    setChanges((count) => count + 1)
  }, [blocks])
  // Two names for one animation: changing it starts anew, without making the text anew under a selection.
  const name = changes === 0 ? undefined : changes % 2 === 0 ? 'settling even' : 'settling odd'
  return <div className={name}>{render ? render(blocks) : <BlocksText blocks={blocks} />}</div>
}
