import { useState } from 'react'
import { anyGroup } from '#shared/day/anyGroup.ts'
import type { MeAnswer } from '#shared/api.ts'
import type { PeopleAnswer, PersonOnList } from '#shared/day/people.ts'
import type { GroupId } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ExpectedList } from './ExpectedList.tsx'
import { GroupSizes, unseated } from './GroupSizes.tsx'
import { MergePeople } from './MergePeople.tsx'
import { PasteList } from './PasteList.tsx'
import { PersonRow } from './PersonRow.tsx'
import { RemovePerson } from './RemovePerson.tsx'
import { targetOf, useSeating, type Target } from './useSeating.ts'

type PeopleDeskProps = {
  readonly me: MeAnswer
  readonly people: PeopleAnswer
  readonly mayMove: boolean
}
type Dialog =
  | { readonly what: 'merge' | 'remove'; readonly person: PersonOnList }
  | { readonly what: 'paste' }

const found = (name: string, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.toLowerCase().includes(word))

/** Sizes, the list, and what is done with it. */
export function PeopleDesk({ me, people, mayMove }: PeopleDeskProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { seat, refused } = useSeating()
  const [words, setWords] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const plan = me.event
  const inOrder = people.people.toSorted((a, b) =>
    a.name.localeCompare(b.name, plan.language, { numeric: true }),
  )
  const loose = inOrder.filter((person) => person.role === 'member' && person.seat === null)
  const isShown = (person: PersonOnList) =>
    found(person.name, words.trim()) &&
    (group === null || (group === unseated ? loose.includes(person) : targetOf(person) === group))
  const shown = inOrder.filter(isShown)
  // Who has gone meanwhile is not moved.
  const them = inOrder.filter(({ id }) => chosen.has(id))
  const movable = shown.filter(({ role }) => role === 'member')
  const choose = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (isOn) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  const seatChosen = (to: Target) => {
    setChosen(new Set())
    void seat(them, to)
  }
  return (
    <>
      <GroupSizes plan={plan} people={people} shown={group} onShow={setGroup} />
      <div className="people-tools">
        <Field label={t('people:search')} type="search" value={words} onChange={setWords} />
        {mayMove && (
          <div className="row wrap">
            {loose.length > 0 && (
              <Button icon="users" onClick={() => void seat(loose, anyGroup)}>
                {t('people:spread', { count: loose.length })}
              </Button>
            )}
            <Button icon="list" onClick={() => setDialog({ what: 'paste' })}>
              {t('people:paste')}
            </Button>
          </div>
        )}
      </div>
      {refused && (
        <Message
          tone="bad"
          live
          actions={
            refused.insist && (
              <Button size="small" onClick={() => void refused.insist?.()}>
                {t('people:beyond')}
              </Button>
            )
          }
        >
          {refusalText(refused.fault)}
        </Message>
      )}
      <section aria-labelledby="people-here">
        <h2 id="people-here" className="num">
          {t('people:total', { count: people.people.length })}
        </h2>
        {mayMove && movable.length > 1 && (
          <label className="choose-shown">
            <input
              type="checkbox"
              checked={movable.every(({ id }) => chosen.has(id))}
              onChange={(event) =>
                choose(
                  movable.map(({ id }) => id),
                  event.target.checked,
                )
              }
            />
            <span>{t('people:chooseShown')}</span>
          </label>
        )}
        {shown.length === 0 ? (
          <EmptyState title={words.trim() ? t('people:noHit', { words: words.trim() }) : t('people:nobody')}>
            {!words.trim() && t('people:nobodyText')}
          </EmptyState>
        ) : (
          <ul className="person-list">
            {shown.map((person) => (
              <PersonRow
                key={person.id}
                plan={plan}
                person={person}
                mayMove={mayMove}
                isMe={person.id === me.person.id}
                isChosen={chosen.has(person.id)}
                onChoose={(isOn) => choose([person.id], isOn)}
                onSeat={(to) => void seat([person], to)}
                onMerge={() => setDialog({ what: 'merge', person })}
                onRemove={() => setDialog({ what: 'remove', person })}
              />
            ))}
          </ul>
        )}
      </section>
      <ExpectedList plan={plan} expected={people.expected} mayChange={mayMove} />
      {mayMove && them.length > 0 && (
        <div className="chosen-bar" role="group" aria-label={t('people:chosen', { count: them.length })}>
          <strong className="num">{t('people:chosen', { count: them.length })}</strong>
          {plan.groups.map(({ id }) => (
            <Button key={id} size="small" onClick={() => seatChosen(id as GroupId)}>
              {t('people:chosenTo', { group: id })}
            </Button>
          ))}
          <Button size="small" onClick={() => seatChosen(null)}>
            {t('people:chosenNone')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => setChosen(new Set())}>
            {t('people:unchoose')}
          </Button>
        </div>
      )}
      {dialog?.what === 'paste' && <PasteList plan={plan} people={people} onClose={() => setDialog(null)} />}
      {dialog?.what === 'merge' && (
        <MergePeople
          person={dialog.person}
          others={inOrder.filter(({ id, role }) => id !== dialog.person.id && role === dialog.person.role)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.what === 'remove' && <RemovePerson person={dialog.person} onClose={() => setDialog(null)} />}
    </>
  )
}
