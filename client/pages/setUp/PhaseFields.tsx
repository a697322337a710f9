import { Field } from '../../ui/Field.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import {
  flagIn,
  numberIn,
  partIn,
  partsIn,
  textIn,
  withPart,
  type FieldsProps,
  type Part,
} from './templateDraft.ts'

/** How long the phases of the groups last, and what they change. */
export function PhaseFields({ draft, onChange }: FieldsProps) {
  const t = useTexts()
  const language = useLanguage()
  const phases = partsIn(draft, 'phases')
  if (phases.length === 0) return null
  return (
    <fieldset>
      <legend>{t('setUp:phases')}</legend>
      {phases.map((phase, at) => {
        const rules = partIn(phase, 'rules')
        const put = (more: Part) =>
          onChange({ ...draft, phases: withPart(phases, at, { ...phase, ...more }) })
        const check = (label: string, isOn: boolean, next: (isOn: boolean) => Part) => (
          <label className="set-up-check">
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ target }) => put({ rules: { ...rules, ...next(target.checked) } })}
            />
            {label}
          </label>
        )
        return (
          <fieldset key={textIn(phase, 'id')}>
            <legend>{textIn(phase, language) || textIn(phase, 'de')}</legend>
            <div className="set-up-row">
              <Field
                label={t('setUp:minutes')}
                type="number"
                min={1}
                value={String(numberIn(phase, 'minutes', 10))}
                onChange={(value) => put({ minutes: Math.max(1, Number.parseInt(value, 10) || 1) })}
              />
              {check(t('setUp:membersWrite'), rules['members'] !== 'read', (isOn) => ({
                members: isOn ? 'write' : 'read',
              }))}
              {check(t('setUp:hidden'), flagIn(rules, 'hidden'), (hidden) => ({ hidden }))}
              {check(t('setUp:givesPoints'), flagIn(rules, 'points'), (points) => ({ points }))}
            </div>
          </fieldset>
        )
      })}
    </fieldset>
  )
}
