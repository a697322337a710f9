import { useCallback, useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { noteNumber } from '#shared/ids.ts'
import { fetchPicture } from '../../board/picture/fetchPicture.ts'
import { useBoardPlace } from '../../board/useBoardPlace.ts'
import type { MenuSection } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText, momentIn } from '../eventTime.ts'

const prefetchMs = 4000

type Format = 'png' | 'svg'

/** What the page's menu holds for showing a board elsewhere: on the room's screen, as a picture, on paper. */
export const useReadoutSection = (): MenuSection => {
  const t = useTexts()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { group } = useBoardPlace()
  const save = useSavePicture()
  // Before the network may go; the board itself comes first.
  useEffect(() => {
    const timer = setTimeout(() => void fetchPicture().catch(() => {}), prefetchMs)
    return () => clearTimeout(timer)
  }, [])
  return {
    id: 'readout',
    title: t('readout:menu'),
    items: [
      {
        id: 'to-screen',
        label: t('readout:toScreen'),
        hint: t('readout:toScreenHint'),
        icon: 'monitor',
        onAction: () => void window.open(`/gruppe/${group.id}/leinwand`, '_blank'),
      },
      { id: 'png', label: t('readout:png'), icon: 'download', onAction: () => void save('png') },
      { id: 'svg', label: t('readout:svg'), icon: 'download', onAction: () => void save('svg') },
      {
        id: 'cards',
        label: t('readout:cards'),
        icon: 'file-text',
        onAction: () => void navigate(`/gruppe/${group.id}/karten`, { state: { search } }),
      },
    ],
  }
}

/** The board as it stands now, as a file on this device. */
const useSavePicture = (): ((format: Format) => Promise<void>) => {
  const t = useTexts()
  const language = useLanguage()
  const { store, plan, group, facts } = useBoardPlace()
  return useCallback(
    async (format) => {
      const drawing = await fetchPicture().catch(() => null)
      if (!drawing) return toast(t('readout:pictureOffline'))
      const { boardPicture, openPictureMeasure, savePng, saveSvg } = drawing
      const { date, time } = momentIn(plan.timezone, Date.now())
      const when = t('readout:pictureTime', { date: dateText(date, language), time: clockText(time) })
      const measure = await openPictureMeasure(group.title)
      const picture = boardPicture({
        plan,
        language,
        questions: group.questions,
        arrangement: store.arrangement.get(),
        clusters: store.clusters.get(),
        noteOf: store.note,
        numberOf: (id) => {
          const fact = facts.get().get(id)
          return fact ? noteNumber(group.id, fact.number) : t('app:numberPending')
        },
        measure,
        words: {
          title: `${t('group:titlePrefix', { group: group.id })}${group.title}`,
          event: plan.title,
          when,
          parking: t('group:parkingTitle'),
          untitled: t('group:clusterUntitled'),
          empty: t('app:emptyNote'),
          allLevels: t('app:allLevels'),
          count: (count) => t('group:notes', { count }),
        },
      })
      const name = t('readout:fileName', { group: group.id.toLowerCase(), date })
      if (format === 'svg') {
        saveSvg(picture, name)
        return toast(t('readout:pictureSaved', { file: `${name}.svg` }))
      }
      const [file, ...more] = await savePng(picture, name, measure)
      if (!file) return toast(t('readout:pictureFailed'))
      const count = more.length + 1
      toast(count === 1 ? t('readout:pictureSaved', { file }) : t('readout:picturesSaved', { file, count }))
    },
    [t, language, store, plan, group, facts],
  )
}
