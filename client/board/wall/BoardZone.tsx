import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTexts } from '../../ui/useTexts.ts'
import type { ZoneNode } from './boardNodes.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** The column of one Teilfrage. */
export const BoardZone = memo(function BoardZone({ data: { question, isEmpty } }: NodeProps<ZoneNode>) {
  const t = useTexts()
  const { group, mayWrite } = useBoardPlace()
  const text = group.questions.find(({ id }) => id === question)?.text ?? ''
  return (
    <section className="board-zone" aria-label={question}>
      <h2 className="board-zone-head">
        <span className="num">{question}</span>
        <span className="serif" dir="auto">
          {text}
        </span>
      </h2>
      {isEmpty && (
        <p className="board-zone-empty">
          <strong>{t('group:emptyZoneTitle', { question })}</strong>
          <br />
          {t(mayWrite ? 'group:emptyZone' : 'group:emptyZoneReader')}
        </p>
      )}
    </section>
  )
})
