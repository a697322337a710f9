import { useEffect } from 'react'
import type { Note } from '#shared/board.ts'
import { parkingLotKind } from '#shared/template.ts'
import { noteNumber } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { announce, told } from './announce.ts'
import { newsOn } from './newsOn.ts'
import { newsTeller } from './newsTeller.ts'

/** The one place of a board page that speaks to screen readers: what others do, in bundles, and own changes that no focus tells. */
export function BoardNews() {
  const t = useTexts()
  const { store, facts, presence, group } = useBoardPlace()
  useEffect(
    () =>
      newsTeller({
        store,
        nameOf: (id, what) => (what === 'written' ? (facts.get().get(id)?.author ?? null) : null),
        writerOf: (id) => presence.get().find(({ notes }) => notes.includes(id))?.name ?? null,
        isHeard: () => newsOn.get() && !document.hidden,
        tellOthers: (news) =>
          announce(
            news
              .map(({ what, count, name }) =>
                name === null
                  ? t(`arranging:news-${what}`, { count })
                  : t(`arranging:newsBy-${what}`, { count, name }),
              )
              .join(' '),
          ),
        tellOwn: (before, after) => {
          const fact = facts.get().get(after.id)
          const note = fact ? noteNumber(group.id, fact.number) : t('group:thisNote')
          const isParked = (one: Note) => one.kind === parkingLotKind || one.question === null
          const title = (one: Note) =>
            store.clusters.get().find(({ id }) => id === one.cluster)?.title || t('group:clusterUntitled')
          if (after.isEmpty || after.trashedAt !== before.trashedAt) return
          if (before.forPlenum === null && after.forPlenum !== null)
            announce(t('arranging:ownMarked', { note }))
          else if (before.forPlenum !== null && after.forPlenum === null)
            announce(t('arranging:ownUnmarked', { note }))
          else if (!isParked(before) && isParked(after)) announce(t('arranging:ownParked', { note }))
          else if (before.question !== after.question || isParked(before) !== isParked(after))
            announce(t('arranging:ownMoved', { note, question: after.question }))
          else if (before.cluster !== after.cluster)
            announce(
              after.cluster === null
                ? t('arranging:ownUnheaded', { note })
                : t('arranging:ownHeaded', { note, title: title(after) }),
            )
        },
      }),
    [t, store, facts, presence, group],
  )
  const now = useStore(told)
  return (
    <div className="vh" role="status" aria-live="polite" data-news>
      {now && <p key={now.id}>{now.text}</p>}
    </div>
  )
}
