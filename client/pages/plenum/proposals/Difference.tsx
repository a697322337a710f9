import { Fragment } from 'react'
import { useTexts } from '../../../ui/useTexts.ts'
import { clippedParts, differenceParts } from './differenceParts.ts'

type DifferenceProps = {
  readonly before: string
  readonly after: string
  /** Only the words around the change. */
  readonly isShort?: boolean | undefined
}

/** What goes and what comes, marked for the eye and said in words. */
export function Difference({ before, after, isShort }: DifferenceProps) {
  const t = useTexts()
  const parts = differenceParts(before, after)
  if (parts.every(({ kind }) => kind === 'same')) return <p className="muted s">{t('proposals:same')}</p>
  return (
    <p className="difference" dir="auto">
      {(isShort ? clippedParts(parts) : parts).map(({ kind, text }, at, all) => {
        if (kind === 'same') return text
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Fragment key={at}>
            {/* Words that take the place of others stand apart from them. */}
            {kind === 'added' && all[at - 1]?.kind === 'gone' && ' '}
            <Mark>
              <span className="vh"> {t(`proposals:${kind}`)} </span>
              {text}
            </Mark>
          </Fragment>
        )
      })}
    </p>
  )
}
