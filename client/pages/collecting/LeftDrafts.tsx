import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { SentAnswer } from '#shared/day/collectAnswers.ts'
import { unsentDrafts, type DraftNote } from '#shared/day/drafts.ts'
import type { GroupId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import type { EventPlan } from '#shared/template.ts'
import { call } from '../../sync/call.ts'
import type { Room } from '../../sync/openRoom.ts'
import { keys, queryClient } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { untilStored } from '../plenum/untilStored.ts'
import { useCommand } from '../plenum/useCommand.ts'
import './collecting.css'

type LeftDraftsProps = {
  readonly room: Room
  readonly plan: EventPlan
  readonly group: GroupId
  /** While it collects hidden, the cards of this group wait for the reveal. */
  readonly isHidden: boolean
  readonly mayWrite: boolean
}

/** What one wrote for oneself and nobody has revealed: after the reveal, without network, in a group one has left. */
export function LeftDrafts({ room, plan, group, isHidden, mayWrite }: LeftDraftsProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const command = useCommand()
  const left = useUnsent(room, plan).filter((draft) => !isHidden || draft.group !== group)
  const list = useRef<HTMLUListElement>(null)
  const hasActed = useRef(false)
  useEffect(() => {
    // The button that was pressed goes with its card: on to the next one, or to the notes.
    if (!hasActed.current || document.activeElement !== document.body) return
    hasActed.current = false
    const next = list.current?.querySelector('button') ?? document.getElementById('notes')
    next?.focus({ preventScroll: true })
  }, [left.length])
  if (left.length === 0) return null
  const send = (drafts: readonly DraftNote[]) => async () => {
    // The server sends what it has: the last letters first.
    await untilStored(room)
    const notes = drafts.map(({ note }) => note.id)
    hasActed.current = true
    const { sent, late } = await call<SentAnswer>('POST', '/api/drafts/send', { notes })
    void queryClient.invalidateQueries({ queryKey: keys.ownDrafts })
    if (late > 0) toast(t('collecting:sentLate', { count: late }))
    else if (sent > 0) toast(t('collecting:sent', { count: sent }))
  }
  const discard = (drafts: readonly DraftNote[]) => () => {
    const lay = (at: number | null) =>
      room.doc.transact(() => drafts.forEach(({ map }) => map.set('trashedAt', at)))
    hasActed.current = true
    lay(Date.now())
    toast(t('collecting:discarded', { count: drafts.length }), { undo: () => lay(null) })
  }
  return (
    <section className="left-drafts" aria-label={t('collecting:left')}>
      <div className="left-head">
        <div role="status">
          <strong>{t('collecting:leftTitle', { count: left.length })}</strong>
          <p className="s">{t(mayWrite ? 'collecting:leftText' : 'collecting:leftReadOnly')}</p>
        </div>
        {left.length > 1 && (
          <div className="left-ways">
            <Button
              icon="arrow-up"
              aria-disabled={command.isBusy || undefined}
              onClick={() => void command.run(send(left))}
            >
              {t('collecting:sendAll')}
            </Button>
            <Button variant="quiet" onClick={discard(left)}>
              {t('collecting:discardAll')}
            </Button>
          </div>
        )}
      </div>
      <ul ref={list}>
        {left.map((draft) => {
          const text = plainText(draft.note.blocks).trim()
          const short = text.length > 60 ? `${text.slice(0, 60).trimEnd()} …` : text
          const facts = [
            ...(draft.group === group ? [] : [t('collecting:leftGroup', { group: draft.group })]),
            ...(draft.note.question ? [t('collecting:leftQuestion', { question: draft.note.question })] : []),
            ...(draft.sent ? [t(draft.sent.at ? 'collecting:leftChanged' : 'collecting:leftRest')] : []),
          ]
          return (
            <li key={draft.note.id}>
              <div className="left-text">
                <p dir="auto">{text}</p>
                {facts.length > 0 && <p className="xs muted">{facts.join(' · ')}</p>}
              </div>
              <div className="left-ways">
                <Button
                  size="small"
                  icon="arrow-up"
                  aria-label={t('collecting:sendNote', { text: short })}
                  aria-disabled={command.isBusy || undefined}
                  onClick={() => void command.run(send([draft]))}
                >
                  {t('collecting:send')}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('collecting:discardNote', { text: short })}
                  onClick={discard([draft])}
                >
                  {t('collecting:discard')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {command.error !== null && (
        <Message tone="bad" live>
          {refusalText(command.error)}
        </Message>
      )}
    </section>
  )
}

const useUnsent = ({ doc }: Room, plan: EventPlan): readonly DraftNote[] => {
  const known = useRef<readonly DraftNote[] | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const hear = () => {
        known.current = null
        listener()
      }
      hear()
      doc.on('update', hear)
      return () => doc.off('update', hear)
    },
    [doc],
  )
  return useSyncExternalStore(subscribe, () => (known.current ??= unsentDrafts(doc, plan)))
}
