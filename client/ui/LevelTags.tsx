import { hasAllLevels, labelOf, levelNames, type EventPlan } from '#shared/template.ts'
import { useLanguage } from './useLanguage.ts'
import { useTexts } from './useTexts.ts'

type LevelTagsProps = {
  readonly plan: EventPlan
  readonly levels: readonly string[]
  readonly className?: string | undefined
}

/** LV · KV for eyes, the full names for ears; all of them together are "alle Ebenen". */
export function LevelTags({ plan, levels, className }: LevelTagsProps) {
  const t = useTexts()
  const language = useLanguage()
  const chosen = plan.levels.filter((level) => levels.includes(level.id))
  if (chosen.length === 0) return null
  if (hasAllLevels(plan, levels)) return <span className={className}>{t('app:allLevels')}</span>
  return (
    <span className={className}>
      <span aria-hidden="true">
        {chosen.map((level, at) => (
          <span key={level.id}>
            {at > 0 && ' · '}
            <abbr title={labelOf(level, language)}>{level.short}</abbr>
          </span>
        ))}
      </span>
      <span className="vh">{levelNames(plan, levels, language).join(', ')}</span>
    </span>
  )
}
