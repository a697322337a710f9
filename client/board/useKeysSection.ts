import type { MenuSection } from '../ui/Menu.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { singleKeys, useSingleKeys } from './singleKeys.ts'

const item = 'single-keys'

/** In the page's menu: whether keys without Ctrl do something. */
export const useKeysSection = (): MenuSection => {
  const t = useTexts()
  const isOn = useSingleKeys()
  return {
    id: 'keys',
    title: t('writing:keys'),
    items: [{ id: item, label: t('writing:singleKeys'), hint: t('writing:singleKeysHint') }],
    selection: {
      mode: 'multiple',
      selected: isOn ? [item] : [],
      onChange: (chosen) => singleKeys.set(chosen.includes(item)),
    },
  }
}
