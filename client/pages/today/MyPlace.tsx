import { useState, type ReactNode } from 'react'
import type { MeAnswer } from '#shared/api.ts'
import { groupOf, type Group } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { ChooseSeat } from './ChooseSeat.tsx'
import { PlaceCard } from './PlaceCard.tsx'

type MyPlaceProps = { readonly me: MeAnswer }

/** The one thing to do now: my group, the Plenum I run, or choosing one. */
export function MyPlace({ me }: MyPlaceProps) {
  const t = useTexts()
  const [isChanging, setChanging] = useState(false)
  const { person, event } = me
  if (person.role === 'staff')
    return (
      <PlaceCard
        title={t('today:staffTitle')}
        text={t('today:staffText')}
        to="/redaktion"
        way={t('today:toStaff')}
        more={
          <ButtonLink size="large" to="/vorbereitung">
            {t('app:toAcross')}
          </ButtonLink>
        }
      />
    )
  if (person.role === 'beamer')
    return (
      <PlaceCard
        title={t('today:beamerTitle')}
        text={t('today:beamerText')}
        to="/beamer"
        way={t('today:toBeamer')}
      />
    )

  const close = () => setChanging(false)
  const group = person.seat?.kind === 'group' ? groupOf(event, person.seat.group) : undefined
  if (isChanging || (!group && person.seat?.kind !== 'plenum'))
    return <ChooseSeat me={me} onDone={close} onKeep={isChanging ? close : null} />

  const hasChoice = event.groups.length > 1 || person.role === 'moderator'
  const change = hasChoice && (
    <Button variant="quiet" size="small" onClick={() => setChanging(true)}>
      {t('today:changeGroup')}
    </Button>
  )
  const note = t(person.role === 'moderator' ? 'today:youModerate' : 'today:yourGroup')
  const where = group?.room ? t('today:groupInRoom', { note, room: group.room }) : note
  if (group) return <GroupCard group={group} note={where} change={change} language={event.language} />
  return (
    <PlaceCard
      badge="P"
      note={note}
      title={t('today:plenumTitle')}
      text={t('today:plenumText')}
      to="/plenum"
      way={t('today:toPlenum')}
      more={change}
    />
  )
}

type GroupCardProps = {
  readonly group: Group
  readonly note: string
  readonly change: ReactNode
  readonly language: string
}

function GroupCard({ group, note, change, language }: GroupCardProps) {
  const t = useTexts()
  return (
    <section className="sheet mine" aria-labelledby="mine">
      <div className="mine-head">
        <GroupBadge letter={group.id} />
        <div>
          <p className="muted s">{note}</p>
          <h2 id="mine" lang={language}>
            <span className="vh">{group.id}: </span>
            {group.title}
          </h2>
        </div>
      </div>
      <ol className="questions" lang={language}>
        {group.questions.map((question) => (
          <li key={question.id}>
            <span className="num">{question.id}</span>
            <span className="serif">{question.text}</span>
          </li>
        ))}
      </ol>
      <div className="mine-ways">
        <ButtonLink
          variant="primary"
          size="large"
          iconEnd="arrow-right"
          to={`/gruppe/${encodeURIComponent(group.id)}`}
        >
          {t('today:toGroup', { group: group.id })}
        </ButtonLink>
        {change}
      </div>
    </section>
  )
}
