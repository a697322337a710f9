import { useId } from 'react'
import { labelOf } from '#shared/template.ts'
import type { EventBrief } from '#shared/api.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'

type LevelChoiceProps = {
  readonly levels: EventBrief['levels']
  readonly value: string
  readonly onChange: (level: string) => void
}

/** Asked where the plan wants it; nobody needs to answer. The browser's own list: the door stays light. */
export function LevelChoice({ levels, value, onChange }: LevelChoiceProps) {
  const t = useTexts()
  const language = useLanguage()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('join:levelLabel')}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
      >
        <option value="">{t('join:levelNone')}</option>
        {levels.map((level) => (
          <option key={level.id} value={level.id}>
            {labelOf(level, language)}
          </option>
        ))}
      </select>
      <p className="hint" id={`${id}-hint`}>
        {t('join:levelHint')}
      </p>
    </div>
  )
}
