import type { TagId } from '#shared/ids.ts'
import type { Result } from '#shared/result.ts'
import { labelOf, type TagSet } from '#shared/template.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { CheckMenu } from './CheckMenu.tsx'
import { changeResult } from '../plenumCommands.ts'
import type { Command } from '../useCommand.ts'

type TagMenuProps = {
  readonly result: Result
  readonly set: TagSet
  readonly label: string
  readonly command: Command
}

/** Tags of one set of the template. */
export function TagMenu({ result, set, label, command }: TagMenuProps) {
  const t = useTexts()
  const language = useLanguage()
  const ids: readonly string[] = set.tags.map(({ id }) => id)
  const others = result.tags.filter((tag) => !ids.includes(tag))
  return (
    <CheckMenu
      label={label}
      name={t('plenum:chooseTags', { label, set: labelOf(set, language) })}
      options={set.tags.map((tag) => ({ id: tag.id, label: labelOf(tag, language) }))}
      selected={result.tags.filter((tag) => ids.includes(tag))}
      onChange={(chosen) =>
        void command.run(() =>
          changeResult(result.id, { tags: [...others, ...(chosen as TagId[])] }, { tags: result.tags }),
        )
      }
    />
  )
}
