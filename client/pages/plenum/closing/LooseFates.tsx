import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { isErased, type GatheredNote } from '#shared/gather.ts'
import type { Fate } from '#shared/plenum/fate.ts'
import { fatesOf } from '#shared/plenum/fateOf.ts'
import { fateSentences } from '#shared/plenum/fateSentences.ts'
import { reportEvent } from '#shared/report/reportEvent.ts'
import { titleFrom } from '#shared/result.ts'
import { parkingLotKind } from '#shared/template.ts'
import { afterPaint } from '../../../ui/afterPaint.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { sayFate } from '../plenumCommands.ts'
import { viewPath } from '../plenumView.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { DeclineDialog } from './DeclineDialog.tsx'
import './LooseFates.css'

/** Marked notes in no result: each gets a fate with one tap, and can be given back. */
export function LooseFates() {
  const t = useTexts()
  const language = useLanguage()
  const { plan, answer, notes, canEdit } = usePlenumPlace()
  const command = useCommand()
  const [declining, setDeclining] = useState<GatheredNote | null>(null)
  const fateOf = fatesOf({ ...answer, plan })
  const rows = [...notes.values()].map((note) => ({
    note,
    said: answer.fates.find((fate) => fate.note === note.ref),
    fate: fateOf({
      ref: note.ref,
      isMarked: note.order !== null,
      isWithdrawn: note.withdrawn,
      isParked: note.kind === parkingLotKind,
    }),
  }))
  const loose = rows.filter(({ note, fate }) => note.order !== null && fate.kind === 'open' && !fate.result)
  const settled = rows.filter(({ said, fate }) => said && !fate.result)
  const part = useRef<HTMLElement>(null)
  // The button that was pressed has gone with its row: work goes on at the next one.
  const keepFocus = () =>
    afterPaint(() => {
      if (document.activeElement !== document.body) return
      const next = part.current?.querySelector<HTMLElement>('.fate-choices button')
      ;(next ?? part.current?.querySelector<HTMLElement>('h3'))?.focus()
    })
  const titleOf = (note: GatheredNote) => (isErased(note) ? t('app:erased') : titleFrom(note.blocks))

  const say = async (note: GatheredNote, kind: Fate['kind']) => {
    if (await command.run(() => sayFate(note.ref, { kind }))) {
      keepFocus()
      toast(t(kind === 'deferred' ? 'fates:deferred' : 'fates:parked', { note: note.number }), {
        undo: () => void command.run(() => sayFate(note.ref, null)),
      })
    }
  }
  const takeBack = async (note: GatheredNote, said: Fate) => {
    if (await command.run(() => sayFate(note.ref, null))) {
      keepFocus()
      toast(t('fates:takenBack', { note: note.number }), {
        undo: () => void command.run(() => sayFate(note.ref, said)),
      })
    }
  }
  const head = (note: GatheredNote) => (
    <span>
      <Link className="num nowrap" to={viewPath({ kind: 'note', ref: note.ref })}>
        {note.number}
      </Link>{' '}
      <span dir="auto" lang={plan.language}>
        {titleOf(note)}
      </span>
    </span>
  )
  return (
    <section ref={part} className="closing-part sheet loose-fates" aria-labelledby="loose-fates">
      <h3 id="loose-fates" tabIndex={-1}>
        {t('fates:looseTitle')}
        {loose.length > 0 && <span className="muted"> ({loose.length})</span>}
      </h3>
      <p className="muted">{t(loose.length > 0 ? 'fates:looseText' : 'fates:looseNone')}</p>
      {loose.length > 0 && (
        <ul className="item-list fate-rows">
          {loose.map(({ note }) => (
            <li key={note.ref}>
              {head(note)}
              {canEdit && (
                <span className="fate-choices">
                  <Button
                    size="small"
                    aria-label={t('fates:deferOf', { note: note.number })}
                    aria-disabled={command.isBusy}
                    onClick={() => void say(note, 'deferred')}
                  >
                    {t('fates:defer')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('fates:parkOf', { note: note.number })}
                    aria-disabled={command.isBusy}
                    onClick={() => void say(note, 'parked')}
                  >
                    {t('fates:park')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('fates:declineOf', { note: note.number })}
                    aria-disabled={command.isBusy}
                    onClick={() => setDeclining(note)}
                  >
                    {t('fates:decline')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <>
          <h4>{t('fates:saidTitle')}</h4>
          <ul className="item-list fate-rows">
            {settled.map(({ note, said, fate }) => (
              <li key={note.ref}>
                <span>
                  {head(note)}
                  <span className="muted said-fate" dir="auto">
                    {fateSentences({ fate, mergedInto: null }, reportEvent(plan), language).join(' ')}
                  </span>
                </span>
                {canEdit && said && (
                  <Button
                    size="small"
                    variant="quiet"
                    icon="undo-2"
                    aria-label={t('fates:takeBackOf', { note: note.number })}
                    aria-disabled={command.isBusy}
                    onClick={() => void takeBack(note, said)}
                  >
                    {t('fates:takeBack')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Refused error={command.error} />
      {declining && (
        <DeclineDialog
          number={declining.number}
          onSave={(reason) => sayFate(declining.ref, { kind: 'declined', reason })}
          onClose={() => {
            setDeclining(null)
            keepFocus()
          }}
        />
      )}
    </section>
  )
}
