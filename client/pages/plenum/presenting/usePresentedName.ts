import type { Presented } from '#shared/plenum/presenting.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { spokenName } from '../outline/plenumOutline.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** How people call what is shown: Gruppe B, B-17, L7, Block B. */
export const usePresentedName = (): ((shown: Presented) => string) => {
  const t = useTexts()
  const { items, notes } = usePlenumPlace()
  return (shown) => {
    switch (shown.kind) {
      case 'group':
        if (shown.note) return notes.get(shown.note)?.number ?? t('presenting:group', { group: shown.group })
        return t('presenting:group', { group: shown.group })
      case 'block':
        return t('presenting:block', { group: shown.group })
      case 'result': {
        const item = items.find(({ result }) => result.id === shown.id)
        return item ? spokenName(item) : t('presenting:gone')
      }
      default:
        return t(`presenting:${shown.kind}`)
    }
  }
}
