import { Field } from '../../ui/Field.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { flagIn, numberIn, partIn, partsIn, textIn, type FieldsProps } from './templateDraft.ts'

const usual = {
  pointsPerPerson: 5,
  maxPointsPerNote: 2,
  plenumPointsPerPerson: 3,
  plenumMaxPointsPerItem: 1,
} as const

/** Budgets of points, and what people are asked when they join. */
export function VotingFields({ draft, onChange }: FieldsProps) {
  const t = useTexts()
  const language = useLanguage()
  const voting = partIn(draft, 'voting')
  const kinds = partsIn(draft, 'noteKinds').filter((kind) => flagIn(kind, 'isResult'))
  const ids = kinds.map((kind) => textIn(kind, 'id'))
  const said = voting['plenumKinds']
  const chosen = Array.isArray(said) ? ids.filter((id) => said.includes(id)) : ids
  const choose = (id: string, isOn: boolean) =>
    onChange({
      ...draft,
      voting: { ...voting, plenumKinds: ids.filter((one) => (one === id ? isOn : chosen.includes(one))) },
    })
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
      {kinds.length > 1 && (
        <div role="group" aria-labelledby="plenum-kinds">
          <p id="plenum-kinds" className="label">
            {t('setUp:plenumKinds')}
          </p>
          {kinds.map((kind) => {
            const id = textIn(kind, 'id')
            return (
              <label key={id} className="set-up-check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  // One at least: else nothing could get points.
                  disabled={chosen.length === 1 && chosen.includes(id)}
                  onChange={({ target }) => choose(id, target.checked)}
                />
                {textIn(kind, language) || textIn(kind, 'de') || textIn(kind, 'en')}
              </label>
            )
          })}
        </div>
      )}
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
