import { useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState, type ChangeEvent } from 'react'
import type { EventFact } from '#shared/day/eventsApi.ts'
import { readProgramme, templateOfProgramme } from '#shared/day/programmeText.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { eventId } from './eventId.ts'
import { eventsKey, fetchTemplate, type Template } from './eventsQuery.ts'
import { ProgrammePreview } from './ProgrammePreview.tsx'

/** A new event: of a pasted programme, or of a file. What neither says comes from this one. */
export function NewEvent({ own }: { readonly own: string }) {
  const t = useTexts()
  const language = useLanguage()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [title, setTitle] = useState<string | null>(null)
  const [id, setId] = useState<string | null>(null)
  const [said, setSaid] = useState<{ readonly text: string; readonly tone: 'ok' | 'bad' } | null>(null)
  const programme = useMemo(() => readProgramme(text), [text])
  const shownTitle = title ?? programme.title ?? ''
  const shownId = id ?? eventId(shownTitle)
  const hasText = text.trim() !== ''

  const make = async (template: () => Promise<Template>) => {
    try {
      const made = await call<EventFact>('POST', '/api/events', { template: await template() })
      setSaid({ text: t('setUp:made', { title: made.title }), tone: 'ok' })
      setText('')
      setTitle(null)
      setId(null)
      await client.invalidateQueries({ queryKey: eventsKey })
    } catch (fault) {
      setSaid({ text: fault instanceof SyntaxError ? t('setUp:notJson') : refusalText(fault), tone: 'bad' })
    }
  }
  const ofProgramme = async () =>
    templateOfProgramme({ ...programme, title: shownTitle || null }, await fetchTemplate(own), {
      id: shownId,
      language,
    })
  const file = useId()
  const onFile = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    event.target.value = ''
    if (chosen) void make(async () => JSON.parse(await chosen.text()) as Template)
  }

  return (
    <section className="set-up-section" aria-labelledby="new-event">
      <h2 id="new-event">{t('setUp:newTitle')}</h2>
      {said && (
        <Message tone={said.tone} live>
          {said.text}
        </Message>
      )}
      <form
        className="set-up-fields sheet"
        onSubmit={(event) => {
          event.preventDefault()
          void make(ofProgramme)
        }}
      >
        <h3>{t('setUp:fromProgramme')}</h3>
        <Field
          multiline
          rows={10}
          label={t('setUp:programme')}
          hint={t('setUp:programmeHint')}
          value={text}
          onChange={setText}
        />
        {hasText && <ProgrammePreview programme={programme} />}
        {hasText && (
          <>
            <Field label={t('setUp:name')} value={shownTitle} onChange={setTitle} maxLength={160} required />
            <Field
              label={t('setUp:id')}
              hint={t('setUp:idHint')}
              value={shownId}
              onChange={setId}
              maxLength={64}
              required
            />
            <Button type="submit" variant="primary">
              {t('setUp:make')}
            </Button>
          </>
        )}
      </form>
      <div className="set-up-fields sheet">
        <h3 id={`${file}-title`}>{t('setUp:fromFile')}</h3>
        <p className="muted" id={`${file}-hint`}>
          {t('setUp:fromFileHint')}
        </p>
        <label className="btn file-button">
          <input
            className="vh"
            id={file}
            type="file"
            accept="application/json,.json"
            aria-labelledby={`${file}-title`}
            aria-describedby={`${file}-hint`}
            onChange={onFile}
          />
          {t('setUp:chooseFile')}
        </label>
      </div>
    </section>
  )
}
