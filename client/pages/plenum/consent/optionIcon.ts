import type { ConsentOption } from '#shared/template.ts'
import type { IconName } from '../../../ui/Icon.tsx'

/** A shape for each answer, whatever the template calls them. */
export const optionIcon = (option: ConsentOption, options: readonly ConsentOption[]): IconName => {
  if (option.blocks) return 'hand'
  if (option.needsReason) return 'message-square'
  return options.find(({ blocks, needsReason }) => !blocks && !needsReason) === option ? 'check' : 'minus'
}
