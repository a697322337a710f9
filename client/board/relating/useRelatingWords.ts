import type { NoteId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useCardTotal } from '../points/useCardTotal.ts'
import { useOriginals } from './useOriginals.ts'
import { useRelated } from './useRelated.ts'
import { useThread } from './useThread.ts'

/** What the marks of a card say, for its name on the wall. */
export const useRelatingWords = (id: NoteId): readonly string[] => {
  const t = useTexts()
  const merged = useOriginals(id).length
  const related = useRelated(id).length
  const open = useThread(id).filter(({ settledAt }) => settledAt === null).length
  const points = useCardTotal(id)
  return [
    ...(points > 0 ? [t('score:points', { count: points })] : []),
    ...(merged > 0 ? [t('relating:from', { count: merged })] : []),
    ...(related > 0 ? [t('relating:relatedWords', { count: related })] : []),
    ...(open > 0 ? [t('relating:comments', { count: open })] : []),
  ]
}
