import { useState } from 'react'
import type { Lead } from '#shared/result.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { LeadFields } from './LeadFields.tsx'

type LeadDialogProps = {
  readonly title: string
  readonly value: Lead
  readonly onSave: (lead: Lead, was: Lead) => Promise<unknown>
  readonly onClose: () => void
}

export function LeadDialog({ title, value, onSave, onClose }: LeadDialogProps) {
  const t = useTexts()
  const [was] = useState(value)
  const [lead, setLead] = useState(value)
  return (
    <EditDialog title={title} onSave={() => onSave(lead, was)} onClose={onClose}>
      <LeadFields label={t('plenum:lead')} hint={t('plenum:leadHint')} value={lead} onChange={setLead} />
    </EditDialog>
  )
}
