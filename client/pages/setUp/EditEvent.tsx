import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { AgendaFields } from './AgendaFields.tsx'
import { eventsKey, useTemplate, type Template } from './eventsQuery.ts'
import { GroupFields } from './GroupFields.tsx'
import { PhaseFields } from './PhaseFields.tsx'
import { textIn, type FieldsProps } from './templateDraft.ts'
import { VotingFields } from './VotingFields.tsx'

/** One event by form. Whatever the form does not know stays as it is. */
export function EditEvent({ id }: { readonly id: string }) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { data, error } = useTemplate(id)
  return (
    <>
      <p className="set-up-back">
        <ButtonLink to="/einrichten" variant="quiet" icon="arrow-left">
          {t('setUp:back')}
        </ButtonLink>
      </p>
      {error && <Message tone="bad">{refusalText(error)}</Message>}
      {data && <TemplateForm id={id} first={data} />}
    </>
  )
}

function TemplateForm({ id, first }: { readonly id: string; readonly first: Template }) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const [seen, setSeen] = useState(first)
  const [draft, setDraft] = useState(first)
  const [said, setSaid] = useState<{ readonly text: string; readonly tone: 'ok' | 'bad' } | null>(null)
  const isChanged = draft !== seen

  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await call('PUT', `/api/events/${encodeURIComponent(id)}/template`, { template: draft, seen })
      setSeen(draft)
      setSaid({ text: t('setUp:saved'), tone: 'ok' })
      await client.invalidateQueries({ queryKey: eventsKey })
    } catch (fault) {
      setSaid({ text: refusalText(fault), tone: 'bad' })
    }
  }
  const change = (next: Template) => {
    setDraft(next)
    setSaid(null)
  }
  const fields = { draft, onChange: change }
  return (
    <form className="set-up-section" onSubmit={(event) => void save(event)}>
      <h2>{t('setUp:editTitle', { title: textIn(first, 'title') })}</h2>
      <HeadFields {...fields} />
      <AgendaFields {...fields} />
      <GroupFields {...fields} />
      <PhaseFields {...fields} />
      <VotingFields {...fields} />
      <div className="set-up-save">
        <Button type="submit" variant="primary" aria-disabled={!isChanged}>
          {t('setUp:save')}
        </Button>
        {said ? (
          <Message tone={said.tone} live>
            {said.text}
          </Message>
        ) : (
          isChanged && <p className="muted">{t('setUp:unsaved')}</p>
        )}
      </div>
    </form>
  )
}

function HeadFields({ draft, onChange }: FieldsProps) {
  const t = useTexts()
  const field = (name: string, label: string, type = 'text') => (
    <Field
      label={label}
      type={type}
      value={textIn(draft, name)}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  )
  return (
    <div className="set-up-fields">
      {field('title', t('setUp:name'))}
      {field('subtitle', t('setUp:subtitle'))}
      <div className="set-up-row set-up-when">
        {field('date', t('setUp:date'), 'date')}
        {field('start', t('setUp:start'), 'time')}
        {field('end', t('setUp:end'), 'time')}
      </div>
    </div>
  )
}
