import { useRef } from 'react'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { wishKey } from '../phases/stageCommand.ts'
import { useCommand } from '../plenum/useCommand.ts'

const step = 5

/** One tap moves every timer that runs and the rest of the day. */
export function ShiftDay() {
  const t = useTexts()
  const refusalText = useRefusalText()
  const command = useCommand()
  // The same wish until it has arrived: what is sent again after a lost answer counts once.
  const wish = useRef<{ minutes: number; key: string } | null>(null)
  const shift = async (minutes: number) => {
    if (command.isBusy) return
    if (wish.current?.minutes !== minutes) wish.current = { minutes, key: wishKey() }
    const isShifted = await command.run(() => call('POST', '/api/day/shift', wish.current))
    if (!isShifted) return
    wish.current = null
    toast(t(minutes > 0 ? 'control:shiftedLater' : 'control:shiftedEarlier'))
  }
  return (
    <div role="group" aria-label={t('control:shift')} className="control-shift">
      <div className="row wrap">
        <Button icon="arrow-right" onClick={() => void shift(step)}>
          {t('control:later')}
        </Button>
        <Button icon="arrow-left" onClick={() => void shift(-step)}>
          {t('control:earlier')}
        </Button>
      </div>
      <p className="hint">{t('control:shiftHint')}</p>
      {command.error !== null && (
        <Message tone="bad" live>
          {refusalText(command.error)}
        </Message>
      )}
    </div>
  )
}
