import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { numberIn, partIn, type FieldsProps } from './templateDraft.ts'

const usual = {
  pointsPerPerson: 5,
  maxPointsPerNote: 2,
  plenumPointsPerPerson: 3,
  plenumMaxPointsPerItem: 1,
} as const

/** Budgets of points, and what people are asked when they join. */
export function VotingFields({ draft, onChange }: FieldsProps) {
  const t = useTexts()
  const voting = partIn(draft, 'voting')
  return (
    <fieldset>
      <legend>{t('setUp:voting')}</legend>
      <div className="set-up-row">
        {(Object.keys(usual) as (keyof typeof usual)[]).map((name) => (
          <Field
            key={name}
            label={t(`setUp:${name}`)}
            type="number"
            min={1}
            max={100}
            value={String(numberIn(voting, name, usual[name]))}
            onChange={(value) =>
              onChange({
                ...draft,
                voting: { ...voting, [name]: Math.min(100, Math.max(1, Number.parseInt(value, 10) || 1)) },
              })
            }
          />
        ))}
      </div>
      <label className="set-up-check">
        <input
          type="checkbox"
          checked={draft['askLevelAtJoin'] === 'optional'}
          onChange={({ target }) =>
            onChange({ ...draft, askLevelAtJoin: target.checked ? 'optional' : 'no' })
          }
        />
        {t('setUp:askLevel')}
      </label>
    </fieldset>
  )
}
