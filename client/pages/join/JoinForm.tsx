import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { useSearchParams } from 'react-router'
import type { CodeAnswer, EventBrief } from '#shared/api.ts'
import { CallRefused } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { GroupChoice, laterGroup } from './GroupChoice.tsx'
import { codeText } from './joinCode.ts'
import { LevelChoice } from './LevelChoice.tsx'
import { useJoin } from './useJoin.ts'

type JoinFormProps = {
  readonly event: EventBrief
  readonly valid: CodeAnswer
  readonly onOtherCode: () => void
  readonly onJoining: (isJoining: boolean) => void
}

type Place = 'name' | 'group' | 'form'
const placeOf: Readonly<Record<string, Place>> = {
  nameEmpty: 'name',
  nameTooLong: 'name',
  groupUnknown: 'group',
  groupFull: 'group',
  groupsFull: 'group',
  seatMissing: 'group',
  seatNotPlenum: 'group',
}

/** Name, and the group or seat the role asks for. Faults are told where they are. */
export function JoinForm({ event, valid, onOtherCode, onJoining }: JoinFormProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const join = useJoin(onJoining)
  const { role, code } = valid
  const [name, setName] = useState('')
  const client = useQueryClient()
  const scanned = useSearchParams()[0].get('gruppe')
  const [only, ...more] = event.groups
  const likely = only && more.length === 0 ? only.id : laterGroup
  const open = event.groups.find(({ id, free }) => id === scanned && (free !== 0 || role === 'moderator'))
  const [group, setGroup] = useState<string | null>(open?.id ?? (role === 'member' ? likely : null))
  const [level, setLevel] = useState('')
  const [fault, setFault] = useState<CallRefused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const refuse = (refused: CallRefused) => {
    setFault(refused)
    // Who was let in meanwhile has changed where there is room.
    if (refused.code === 'groupFull' || refused.code === 'groupsFull')
      void client.invalidateQueries({ queryKey: keys.event })
    const field = placeOf[refused.code] === 'group' ? 'input[type="radio"]' : 'input:not([type="radio"])'
    if (placeOf[refused.code]) form.current?.querySelector<HTMLElement>(field)?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (name.trim() === '') return refuse(new CallRefused('nameEmpty'))
    if (role === 'moderator' && group === null) return refuse(new CallRefused('seatMissing'))
    setBusy(true)
    setFault(null)
    try {
      await join({ code, name, group: group === laterGroup ? null : group, level: level || null })
    } catch (error) {
      setBusy(false)
      refuse(error instanceof CallRefused ? error : new CallRefused('broken'))
    }
  }
  const sentence = fault && refusalText(fault)
  const place = fault && (placeOf[fault.code] ?? 'form')
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Message tone="ok">
        <ValidCode valid={valid} />{' '}
        <button type="button" className="text-button s nowrap" onClick={onOtherCode}>
          {t('join:otherCode')}
        </button>
      </Message>
      <Field
        label={t('join:nameLabel')}
        hint={t('join:nameHint')}
        error={place === 'name' ? sentence : null}
        value={name}
        onChange={setName}
        big
        autoComplete="nickname"
        autoCapitalize="words"
        maxLength={500}
      />
      {(role === 'member' || role === 'moderator') && (
        <GroupChoice
          event={event}
          role={role}
          value={group}
          onChange={setGroup}
          error={place === 'group' ? sentence : null}
          scanned={scanned}
        />
      )}
      {role === 'member' && event.levels.length > 0 && (
        <LevelChoice levels={event.levels} value={level} onChange={setLevel} />
      )}
      {place === 'form' && (
        <Message tone="bad" live>
          {sentence}
        </Message>
      )}
      <Button type="submit" variant="primary" size="large" wide aria-disabled={isBusy}>
        {t(isBusy ? 'join:joining' : 'join:submit')}
      </Button>
    </form>
  )
}

function ValidCode({ valid }: { readonly valid: CodeAnswer }) {
  const t = useTexts()
  if (valid.role === 'moderator') return <>{t('join:codeModerator')}</>
  if (valid.role === 'staff') return <>{t('join:codeStaff')}</>
  return (
    <>
      {t('join:codeBefore')} <strong className="num">{codeText(valid.code)}</strong> {t('join:codeAfter')}
    </>
  )
}
