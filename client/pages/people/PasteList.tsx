import { useState } from 'react'
import { nameKey } from '#shared/day/joining.ts'
import {
  parsePeopleList,
  type ExpectedAnswer,
  type ListFault,
  type PeopleAnswer,
} from '#shared/day/people.ts'
import type { EventPlan } from '#shared/template.ts'
import { CallRefused } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { usePeopleCall } from './usePeopleCall.ts'

type PasteListProps = {
  readonly plan: EventPlan
  readonly people: PeopleAnswer
  readonly onClose: () => void
}
const whys = {
  nameEmpty: 'people:faultNameEmpty',
  nameTooLong: 'people:faultNameTooLong',
  groupUnknown: 'people:faultGroupUnknown',
  twice: 'people:faultTwice',
} as const satisfies Record<ListFault['why'], string>

/** A list from elsewhere: what is understood, and what is not, is seen before it counts. */
export function PasteList({ plan, people, onClose }: PasteListProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { send, error } = usePeopleCall()
  const [text, setText] = useState('')
  const [isBeyond, setBeyond] = useState(false)
  const list = parsePeopleList(text, plan.groups)
  const here = new Set(people.people.flatMap(({ name, role }) => (role === 'member' ? [nameKey(name)] : [])))
  const isFull = error instanceof CallRefused && (error.code === 'groupFull' || error.code === 'groupsFull')

  const save = async () => {
    if (list.people.length === 0) return
    const pasted = new Set(list.people.map(({ name }) => nameKey(name)))
    // What was expected before still is; the new list knows better about the same name.
    const before = people.expected.filter(({ name }) => !pasted.has(nameKey(name)))
    const answer = await send<ExpectedAnswer>('PUT', '/api/people/expected', {
      list: [...before.map(({ name, group }) => ({ name, group })), ...list.people],
      beyond: isBeyond,
    })
    if (!answer) return
    toast(t('people:pasted', answer))
    onClose()
  }
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('people:pasteTitle')}
      actions={
        <>
          <Button variant="primary" aria-disabled={list.people.length === 0} onClick={() => void save()}>
            {t('people:pasteSave', { count: list.people.length })}
          </Button>
          <Button onClick={onClose}>{t('people:pasteClose')}</Button>
        </>
      }
    >
      <Field
        label={t('people:pasteLabel')}
        hint={t('people:pasteHint')}
        placeholder={t('people:pasteExample')}
        multiline
        rows={7}
        value={text}
        onChange={setText}
      />
      <div className="paste-preview" aria-live="polite">
        <p className="label num">{t('people:pasteUnderstood', { count: list.people.length })}</p>
        {list.faults.length > 0 && (
          <Message tone="wait" icon="triangle-alert">
            {t('people:pasteFaults', { count: list.faults.length })}
            <ul>
              {list.faults.map(({ line, text: words, why }) => (
                <li key={line} className="s">
                  <span dir="auto">{t('people:pasteFault', { line, text: words.slice(0, 80) })}</span> (
                  {t(whys[why])})
                </li>
              ))}
            </ul>
          </Message>
        )}
        <ul className="paste-list">
          {list.people.map(({ name, group }) => (
            <li key={nameKey(name)}>
              {group ? <GroupBadge letter={group} size="small" /> : <span />}
              <span>
                <span className="vh">{group ?? t('people:noGroup')}: </span>
                <span dir="auto">{name}</span>
                {here.has(nameKey(name)) && <span className="hint">{t('people:pasteHere')}</span>}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
      {isFull && (
        <label className="choose-shown">
          <input type="checkbox" checked={isBeyond} onChange={(event) => setBeyond(event.target.checked)} />
          <span>{t('people:pasteBeyond')}</span>
        </label>
      )}
    </Dialog>
  )
}
