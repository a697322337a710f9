import { useStore } from '../../sync/useStore.ts'
import type { MenuSection } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { wallMapOn } from '../wall/wallMapOn.ts'
import { newsOn } from './newsOn.ts'

const map = 'wall-map'
const news = 'news'

/** In the page's menu: what one may not want to see, or to hear. */
export const useReaderSection = (view: 'list' | 'board'): MenuSection => {
  const t = useTexts()
  const hasMap = useStore(wallMapOn) ?? true
  const hasNews = useStore(newsOn) ?? true
  const isWide = view === 'board' && matchMedia('(min-width: 1200px)').matches
  return {
    id: 'readers',
    title: t('arranging:forReaders'),
    items: [
      { id: news, label: t('arranging:newsItem'), hint: t('arranging:newsHint') },
      ...(isWide ? [{ id: map, label: t('arranging:mapItem'), hint: t('arranging:mapHint') }] : []),
    ],
    selection: {
      mode: 'multiple',
      selected: [...(hasNews ? [news] : []), ...(hasMap ? [map] : [])],
      onChange: (chosen) => {
        newsOn.set(chosen.includes(news))
        if (isWide) wallMapOn.set(chosen.includes(map))
      },
    },
  }
}
