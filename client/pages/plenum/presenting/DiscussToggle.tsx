import { useEffect, useState } from 'react'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import { discussCount } from '#shared/plenum/toDiscuss.ts'
import { may } from '#shared/roles.ts'
import { CallRefused } from '../../../sync/call.ts'
import { classNames } from '../../../ui/classNames.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useRefusalText } from '../../../ui/useRefusalText.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { markDiscuss } from './presentingCommands.ts'
import { usePresenting } from './usePresenting.ts'
import './discuss.css'

const fingerMs = 1500

type DiscussToggleProps = {
  readonly target: NoteRef | ResultId
  /** Of a result: the notes it was made of, whose marks are its own. */
  readonly sources?: readonly NoteRef[] | undefined
  /** A-07 or L7. */
  readonly name: string
  /** In a row of the outline: the sign and how many. */
  readonly small?: boolean | undefined
}

/** "Bitte besprechen": one tap says so, another takes it back. How many have said so is seen by everyone, who it was by nobody. */
export function DiscussToggle({ target, sources = [], name, small }: DiscussToggleProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { person, answer } = usePlenumPlace()
  const presenting = usePresenting()
  const command = useCommand()
  // What was tapped stands at once; if no answer comes it is taken back, and said.
  const [wanted, setWanted] = useState<boolean | null>(null)
  // What did not arrive, or whose answer did not: the next tap means the same.
  const [lost, setLost] = useState<boolean | null>(null)
  const known = presenting !== undefined && [target, ...sources].some((one) => presenting.mine.includes(one))
  const { forget } = command
  useEffect(() => {
    if (lost === null || lost !== known) return
    // It did arrive. A finger may be on its way already.
    const timer = setTimeout(() => {
      setLost(null)
      forget()
    }, fingerMs)
    return () => clearTimeout(timer)
  }, [lost, known, forget])
  if (!presenting) return null
  const isMine = wanted ?? known
  const count = discussCount({ id: target as ResultId, sources }, presenting.discuss)
  const isOpen = may(person, 'discuss') && answer.plenum.state === 'open'
  const said = count > 0 ? t('presenting:discussed', { count }) : null
  if (!isOpen)
    return (
      said && (
        <span className={classNames('discuss-sign num', small && 'small')}>{sign(said, count, small)}</span>
      )
    )
  const toggle = async () => {
    const wish = lost ?? !known
    setWanted(wish)
    const isDone = await command.run(() => markDiscuss(target, wish))
    setLost(isDone ? null : wish)
    setWanted(null)
  }
  const isLost = command.error instanceof CallRefused && ['offline', 'broken'].includes(command.error.code)
  return (
    <span className={classNames('discuss', small && 'small')}>
      <button
        type="button"
        className="discuss-button num"
        aria-pressed={isMine}
        title={small ? t('presenting:discuss') : undefined}
        aria-disabled={command.isBusy || undefined}
        onClick={() => {
          if (!command.isBusy) void toggle()
        }}
      >
        <Icon name={isMine ? 'message-square-warning' : 'message-square'} size={18} />
        <span className="vh">{[t('presenting:discussOf', { name }), said].filter(Boolean).join(', ')}</span>
        {!small && <span aria-hidden="true">{t('presenting:discuss')}</span>}
        {count > 0 && (
          <span className="discuss-count" aria-hidden="true">
            {count}
          </span>
        )}
      </button>
      {command.error !== null && (
        <span className="discuss-lost" role="alert">
          {isLost ? t('presenting:discussOffline') : refusalText(command.error)}
        </span>
      )}
    </span>
  )
}

const sign = (said: string, count: number, small: boolean | undefined) => (
  <>
    <Icon name="message-square-warning" size={16} />
    {small ? (
      <>
        <span aria-hidden="true">{count}</span>
        <span className="vh">{said}</span>
      </>
    ) : (
      said
    )}
  </>
)
