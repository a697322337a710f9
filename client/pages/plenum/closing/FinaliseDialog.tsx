import { useQuery } from '@tanstack/react-query'
import type { OpenAnswer } from '#shared/plenum/openThings.ts'
import { call } from '../../../sync/call.ts'
import { keys } from '../../../sync/records.ts'
import { afterPaint } from '../../../ui/afterPaint.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { OpenThings } from './OpenThings.tsx'
import { useFinalising } from './useFinalising.ts'
import './LooseFates.css'

/** Says what would stay open, then freezes. Staying open is allowed: the Plenum decides that, too. */
export function FinaliseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const { people, room, answer } = usePlenumPlace()
  const { data: open, failureReason } = useQuery({
    queryKey: [...keys.plenum, 'open'],
    queryFn: ({ signal }) => call<OpenAnswer>('GET', '/api/plenum/open', undefined, signal),
    refetchOnMount: 'always',
    gcTime: 0,
  })
  // The button that was pressed goes with the open Plenum: reading goes on with what came of it.
  const done = () => {
    onClose()
    afterPaint(() => document.querySelector<HTMLElement>('.frozen')?.focus())
  }
  const { state, run } = useFinalising(room, done)
  const writers = people.filter(({ notes }) => notes.length > 0).map(({ name }) => name)
  const isOff = !open || open.blocked || state.step === 'busy' || state.step === 'unknown'
  const isOver = state.step === 'happened'
  const yes =
    state.step === 'notHappened'
      ? t('fates:again')
      : t(open && open.lists.length + writers.length > 0 ? 'fates:finaliseAnyway' : 'fates:finalise')
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('fates:finaliseTitle')}
      actions={
        isOver ? (
          <Button variant="primary" onClick={done}>
            {t('fates:toPlenum')}
          </Button>
        ) : (
          <>
            <Button
              variant="primary"
              aria-disabled={isOff}
              onClick={() => {
                if (!isOff) void run()
              }}
            >
              {yes}
            </Button>
            <Button onClick={onClose}>{t('fates:finaliseNo')}</Button>
          </>
        )
      }
    >
      {!isOver && <p>{t('fates:finaliseText', { version: answer.plenum.version + 1 })}</p>}
      <div role="status">
        {state.step === 'unknown' && <Message tone="wait">{t('fates:unknown')}</Message>}
        {state.step === 'notHappened' && <Message>{t('fates:notHappened')}</Message>}
        {state.step === 'happened' && (
          <Message tone="ok">{t('fates:happened', { version: state.version })}</Message>
        )}
      </div>
      {!isOver && !open && <p className="muted">{t(failureReason ? 'fates:notLooked' : 'fates:looking')}</p>}
      {!isOver && open && <OpenThings open={open} onGo={onClose} />}
      {!isOver && writers.length > 0 && (
        <p>{t('fates:writers', { count: writers.length, names: writers.join(', ') })}</p>
      )}
      {state.step === 'asking' && <Refused error={state.error} />}
    </Dialog>
  )
}
