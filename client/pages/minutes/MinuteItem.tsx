import { useState } from 'react'
import type { FoldedLine } from '#shared/plenum/foldMinutes.ts'
import { minuteParts } from '#shared/plenum/minuteParts.ts'
import { moment } from '#shared/report/reportDates.ts'
import type { ReportEvent } from '#shared/report/reportEvent.ts'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { changeLine } from './minutesCommands.ts'
import { RemarkDialog } from './RemarkDialog.tsx'

type MinuteItemProps = {
  readonly folded: FoldedLine
  readonly event: ReportEvent
  readonly mayEdit: boolean
}

/** One line: when, what, the text that was shown; its remark can be written, nothing else. */
export function MinuteItem({ folded: { line, brief }, event, mayEdit }: MinuteItemProps) {
  const t = useTexts()
  const [isEditing, setEditing] = useState(false)
  const { what, name, sentences, quote, texts } = minuteParts(line, event)
  const { time } = moment(line.at, event)
  const shown = [quote, ...texts.filter((text) => text !== quote)].filter(Boolean)
  return (
    <li className="minute">
      <time className="num muted">{time}</time>
      <div className="minute-body" lang={event.language}>
        <p dir="auto">
          <strong>{name ? `${what}: ` : what}</strong>
          {name}
        </p>
        {sentences.length > 0 && <p dir="auto">{sentences.join(' ')}</p>}
        {shown.map((text, at) => (
          <blockquote key={at} dir="auto">
            {text}
          </blockquote>
        ))}
        {brief.length > 0 && (
          <details className="minute-brief">
            <summary>{t('minutes:brief', { count: brief.length })}</summary>
            <ol>
              {brief.map((one) => {
                const parts = minuteParts(one, event)
                return (
                  <li key={one.id} dir="auto">
                    <span className="num">{moment(one.at, event).time}</span> {parts.what}
                    {parts.name && `: ${parts.name}`}
                  </li>
                )
              })}
            </ol>
          </details>
        )}
        {line.remark && (
          <p className="minute-remark" dir="auto">
            <em>{t('minutes:remark')}</em> {line.remark}
          </p>
        )}
      </div>
      {mayEdit && (
        <Button
          size="small"
          variant="quiet"
          icon={line.remark ? 'pencil' : 'plus'}
          aria-label={t(line.remark ? 'minutes:editRemarkOf' : 'minutes:addRemarkOf', { time, what })}
          onClick={() => setEditing(true)}
        >
          {t(line.remark ? 'minutes:editRemark' : 'minutes:addRemark')}
        </Button>
      )}
      {isEditing && (
        <RemarkDialog
          title={t('minutes:remarkTitle')}
          label={t('minutes:addRemark')}
          hint={t('minutes:remarkHint')}
          value={line.remark}
          maxLength={5000}
          isLong
          onSave={(remark) => changeLine(line.id, { remark, before: line.remark })}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  )
}
