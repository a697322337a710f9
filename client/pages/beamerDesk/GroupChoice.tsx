import { useState, type ReactNode } from 'react'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import type { GroupId, NoteId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { groupOf, type Group } from '#shared/template.ts'
import { useReadBoard } from '../../board/useReadBoard.ts'
import { Select } from '../../ui/Select.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { WallSource } from '../beamer/useWallSource.ts'
import { parkingView, plenumView, screenViews } from '../groupScreen/screenViews.ts'
import { useViewWords } from './useShowWords.ts'

type GroupChoiceProps = {
  readonly source: WallSource
  readonly own: readonly GroupId[]
  readonly buttons: (show: BeamerShow) => ReactNode
}

/** A group's board: which view of it, or which card. */
export function GroupChoice({ source, own, buttons }: GroupChoiceProps) {
  const t = useTexts()
  const { plan } = source
  const [id, setId] = useState<GroupId>(own[0] as GroupId)
  const group = groupOf(plan, own.includes(id) ? id : (own[0] as GroupId))
  if (!group) return null
  return (
    <fieldset className="sheet chooser-part">
      <legend>{t('steer:sectionGroup')}</legend>
      {own.length > 1 && (
        <Select
          label={t('steer:group')}
          value={group.id}
          options={plan.groups
            .filter((one) => own.includes(one.id))
            .map(({ id, title }) => ({ id, label: `${id} ${title}` }))}
          onChange={(chosen) => setId(chosen as GroupId)}
        />
      )}
      <ViewChoice key={group.id} source={source} group={group} buttons={buttons} />
    </fieldset>
  )
}

type ViewChoiceProps = Pick<GroupChoiceProps, 'source' | 'buttons'> & { readonly group: Group }

const shortLength = 60

function ViewChoice({ source, group, buttons }: ViewChoiceProps) {
  const t = useTexts()
  const viewWords = useViewWords()
  const [view, setView] = useState<string>(group.questions[0]?.id ?? plenumView)
  const [card, setCard] = useState('')
  const { board } = useReadBoard(source.plan, group, source.person.id)
  const shown = board && screenViews(board.arrangement, group.questions).find(({ id }) => id === view)
  const notes = shown ? shown.sections.flatMap((section) => section.notes) : []
  const nameOf = (id: NoteId) => {
    const text = plainText(board?.noteOf(id)?.blocks ?? [])
    const short = [...text].length > shortLength ? `${[...text].slice(0, shortLength).join('')} …` : text
    return [board?.numberOf(id), short].filter(Boolean).join(' ')
  }
  return (
    <>
      <Select
        label={t('steer:view')}
        value={view}
        options={[
          ...group.questions.map(({ id, text }) => ({ id, label: `${id} ${text}` })),
          { id: parkingView, label: viewWords(parkingView) },
          { id: plenumView, label: viewWords(plenumView) },
        ]}
        onChange={(chosen) => {
          setView(chosen)
          setCard('')
        }}
      />
      <Select
        label={t('steer:card')}
        value={card}
        options={[
          { id: '', label: t('steer:allCards') },
          ...notes.map((id) => ({ id: id as string, label: nameOf(id) })),
        ]}
        onChange={setCard}
      />
      {buttons({ kind: 'group', group: group.id, view, note: card === '' ? null : (card as NoteId) })}
    </>
  )
}
