import { useState } from 'react'
import type { Lead } from '#shared/result.ts'
import { Field } from '../../../ui/Field.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { LeadFields } from '../result/LeadFields.tsx'

type ParkedDialogProps = {
  readonly number: string
  readonly topic: string
  readonly addressee: Lead
  readonly onSave: (topic: string, addressee: Lead) => Promise<unknown>
  readonly onClose: () => void
}

export function ParkedDialog({ number, topic, addressee, onSave, onClose }: ParkedDialogProps) {
  const t = useTexts()
  const [text, setText] = useState(topic)
  const [lead, setLead] = useState(addressee)
  return (
    <EditDialog
      title={t('plenum:giveTo', { note: number })}
      onSave={() => onSave(text, lead)}
      onClose={onClose}
    >
      <LeadFields label={t('plenum:goesTo')} value={lead} onChange={setLead} />
      <Field label={t('plenum:topic')} value={text} onChange={setText} maxLength={300} />
    </EditDialog>
  )
}
