import type { LevelId } from '#shared/ids.ts'
import type { Lead } from '#shared/result.ts'
import { labelOf } from '#shared/template.ts'
import { ChipChoice } from '../../../board/ChipChoice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type LeadFieldsProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: Lead
  readonly onChange: (lead: Lead) => void
}

/** Who it is: levels of the template, words, or both. */
export function LeadFields({ label, hint, value, onChange }: LeadFieldsProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = usePlenumPlace()
  const toggle = (id: string) => {
    const level = id as LevelId
    const levels = value.levels.includes(level)
      ? value.levels.filter((one) => one !== level)
      : [...value.levels, level]
    onChange({ ...value, levels })
  }
  return (
    <>
      {plan.levels.length > 0 && (
        <ChipChoice
          legend={label}
          mode="multiple"
          isPill
          options={plan.levels.map((level) => ({ id: level.id, label: labelOf(level, language) }))}
          selected={value.levels}
          onToggle={toggle}
        />
      )}
      <Field
        label={plan.levels.length > 0 ? t('plenum:inWords') : label}
        hint={hint}
        value={value.text ?? ''}
        onChange={(text) => onChange({ ...value, text: text === '' ? null : text })}
        maxLength={300}
      />
    </>
  )
}
