import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { ZoneNode } from './boardNodes.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useStartNote } from '../useStartNote.ts'

/** The column of one Teilfrage. */
export const BoardZone = memo(function BoardZone({ data: { question, isEmpty } }: NodeProps<ZoneNode>) {
  const t = useTexts()
  const { group, mayWrite } = useBoardPlace()
  const startNote = useStartNote()
  const text = group.questions.find(({ id }) => id === question)?.text ?? ''
  return (
    <section className="board-zone" aria-label={question}>
      <h2 className="board-zone-head">
        <span className="num">{question}</span>
        <span className="serif" dir="auto">
          {text}
        </span>
      </h2>
      {mayWrite && (
        // By keyboard it is N, or the list: the wall is one tab stop.
        <Button
          variant="quiet"
          icon="plus"
          iconOnly
          size="small"
          tabIndex={-1}
          className="board-zone-add nopan nodrag"
          label={t('group:writeNoteTo', { question })}
          title={t('group:writeNoteTo', { question })}
          onClick={() => startNote({ question })}
        />
      )}
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
