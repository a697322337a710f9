import { useState } from 'react'
import type { Person } from '#shared/api.ts'
import { foldMinutes, type FoldedLine } from '#shared/plenum/foldMinutes.ts'
import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import { minutesTitle } from '#shared/plenum/minutesOutline.ts'
import { moment } from '#shared/report/reportDates.ts'
import { reportEvent } from '#shared/report/reportEvent.ts'
import { may } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { changeMinutes } from './minutesCommands.ts'
import { MinuteItem } from './MinuteItem.tsx'
import { RemarkDialog } from './RemarkDialog.tsx'

type MinutesPaperProps = {
  readonly minutes: MinutesAnswer
  readonly person: Person
  readonly plan: EventPlan
}

/** The minutes as a paper: readable, printable, with remarks of those who run the Plenum. */
export function MinutesPaper({ minutes, person, plan }: MinutesPaperProps) {
  const t = useTexts()
  const event = reportEvent(plan)
  const [editing, setEditing] = useState<'title' | 'remarks' | null>(null)
  const mayEdit = may(person, 'shapePlenum')
  const days = byDay(foldMinutes(minutes.lines), (at) => moment(at, event).day)
  return (
    <main className="page minutes">
      <header className="minutes-head">
        <h1 lang={plan.language} dir="auto">
          {minutesTitle(minutes, event)}
        </h1>
        <p className="muted">{t('minutes:intro')}</p>
        <div className="minutes-ways">
          <Button size="small" icon="file-text" onClick={() => window.print()}>
            {t('minutes:print')}
          </Button>
          {may(person, 'export') && (
            <>
              <ButtonLink size="small" icon="download" href="/api/export/minutes.docx" download>
                Word
              </ButtonLink>
              <ButtonLink size="small" icon="download" href="/api/export/minutes.md" download>
                Markdown
              </ButtonLink>
            </>
          )}
          {mayEdit && (
            <>
              <Button size="small" variant="quiet" icon="pencil" onClick={() => setEditing('title')}>
                {t('minutes:editTitle')}
              </Button>
              <Button size="small" variant="quiet" icon="pencil" onClick={() => setEditing('remarks')}>
                {t(minutes.remarks ? 'minutes:editRemarks' : 'minutes:addRemarks')}
              </Button>
            </>
          )}
        </div>
        {!minutes.isFinal && <Message tone="wait">{t('minutes:growing')}</Message>}
        {minutes.remarks && (
          <section aria-labelledby="minutes-remarks" className="minutes-remarks">
            <h2 id="minutes-remarks">{t('minutes:remarks')}</h2>
            <p dir="auto">{minutes.remarks}</p>
          </section>
        )}
      </header>
      {days.length === 0 && <EmptyState title={t('minutes:emptyTitle')}>{t('minutes:empty')}</EmptyState>}
      {days.map(([day, lines]) => (
        <section key={day} aria-label={`${t('minutes:lines')}, ${day}`}>
          <h2 className={days.length > 1 ? 'num' : 'vh'}>{days.length > 1 ? day : t('minutes:lines')}</h2>
          <ol className="minute-list">
            {lines.map((folded) => (
              <MinuteItem key={folded.line.id} folded={folded} event={event} mayEdit={mayEdit} />
            ))}
          </ol>
        </section>
      ))}
      {editing === 'title' && (
        <RemarkDialog
          title={t('minutes:editTitle')}
          label={t('minutes:titleLabel')}
          hint={t('minutes:titleHint')}
          value={minutes.title}
          maxLength={300}
          onSave={(title) => changeMinutes({ title, before: { title: minutes.title } })}
          onClose={() => setEditing(null)}
        />
      )}
      {editing === 'remarks' && (
        <RemarkDialog
          title={t('minutes:addRemarks')}
          label={t('minutes:remarks')}
          value={minutes.remarks}
          maxLength={5000}
          isLong
          onSave={(remarks) => changeMinutes({ remarks, before: { remarks: minutes.remarks } })}
          onClose={() => setEditing(null)}
        />
      )}
    </main>
  )
}

const byDay = (lines: readonly FoldedLine[], dayOf: (at: number) => string): [string, FoldedLine[]][] => {
  const days = new Map<string, FoldedLine[]>()
  for (const folded of lines) {
    const day = dayOf(folded.line.at)
    days.set(day, [...(days.get(day) ?? []), folded])
  }
  return [...days]
}
