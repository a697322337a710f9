import { useState } from 'react'
import type { EventPlan } from '#shared/template.ts'
import { usePlenum } from '../../sync/records.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText, momentIn } from '../eventTime.ts'
import { downloadPath, type Download } from './downloadPath.ts'

/** Without a version chosen, the newest one. */
type Choice = Omit<Download, 'version'> & { readonly version?: number | null }
type DownloadsProps = { readonly plan: EventPlan }

/** Which document, which format, which version. */
export function Downloads({ plan }: DownloadsProps) {
  const t = useTexts()
  const language = useLanguage()
  const plenum = usePlenum().data
  const [choice, setChoice] = useState<Choice>({ document: 'results', format: 'docx', authors: false })
  const set = (change: Partial<Choice>) => setChoice({ ...choice, ...change })

  const versions = [...(plenum?.versions ?? [])].sort((a, b) => b.number - a.number)
  const version = choice.version === undefined ? (versions[0]?.number ?? null) : choice.version
  const count = plenum?.results.filter((result) => result.dissolvedAt === null).length ?? 0
  const versionText = (at: number) => {
    const { date, time } = momentIn(plan.timezone, at)
    return t('staff:versionText', { date: dateText(date, language), time: clockText(time) })
  }
  const isResults = choice.document === 'results'
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Choices
        legend={t('staff:document')}
        value={choice.document}
        onChange={(id) => set({ document: id === 'notes' ? 'notes' : 'results' })}
        choices={[
          {
            id: 'results',
            title: t('staff:results'),
            text: count > 0 ? t('staff:resultsCount', { count }) : t('staff:resultsText'),
          },
          { id: 'notes', title: t('staff:notes'), text: t('staff:notesText') },
        ]}
      />
      <Choices
        legend={t('staff:format')}
        columns
        value={choice.format}
        onChange={(id) => set({ format: id === 'md' ? 'md' : 'docx' })}
        choices={[
          { id: 'docx', title: t('staff:word') },
          { id: 'md', title: t('staff:markdown') },
        ]}
        hint={t('staff:formatHint')}
      />
      {isResults && versions.length > 0 && (
        <Choices
          legend={t('staff:version')}
          value={String(version ?? 'working')}
          onChange={(id) => set({ version: id === 'working' ? null : Number(id) })}
          choices={[
            ...versions.map(({ number, at }) => ({
              id: String(number),
              title: t('staff:versionTitle', { number }),
              text: versionText(at),
            })),
            { id: 'working', title: t('staff:working'), text: t('staff:workingText') },
          ]}
        />
      )}
      {!isResults && (
        <fieldset>
          <legend className="label">{t('staff:content')}</legend>
          <label className="check">
            <input
              type="checkbox"
              checked={choice.authors}
              onChange={(event) => set({ authors: event.target.checked })}
            />
            <span>
              {t('staff:authors')}
              <span className="hint">{t('staff:authorsHint')}</span>
            </span>
          </label>
        </fieldset>
      )}
      <div className="stack">
        <ButtonLink
          variant="primary"
          size="large"
          icon="download"
          href={downloadPath({ ...choice, version })}
          download
        >
          {t(isResults ? 'staff:downloadResults' : 'staff:downloadNotes')}
        </ButtonLink>
        {isResults && plenum && versions.length === 0 && <p className="hint">{t('staff:noVersion')}</p>}
      </div>
    </form>
  )
}
