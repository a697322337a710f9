import { useCallback, useEffect, useState } from 'react'
import type { TransferAnswer } from '#shared/day/joining.ts'
import { call } from '../../sync/call.ts'
import { useMe } from '../../sync/records.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import { codeText } from '../join/joinCode.ts'
import './TransferDialog.css'

type TransferDialogProps = { readonly onClose: () => void }

/** Six digits for another device: the same person goes on there as well. */
export function TransferDialog({ onClose }: TransferDialogProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const plan = useMe().data?.event
  const now = useServerClock(1000)
  const [offer, setOffer] = useState<TransferAnswer | null>(null)
  const [error, setError] = useState<unknown>(null)
  const ask = useCallback(() => {
    setError(null)
    call<TransferAnswer>('POST', '/api/me/transfer').then(setOffer, setError)
  }, [])
  useEffect(ask, [ask])
  const isOver = offer !== null && now >= offer.expiresAt
  return (
    <Dialog isOpen onClose={onClose} title={t('people:transferTitle')}>
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
      {offer && plan && !isOver && (
        <div className="transfer">
          <p>{t('people:transferHow', { host: new URL(offer.url).host })}</p>
          <p className="transfer-code num">
            <span className="vh">{t('people:transferCode')} </span>
            {codeText(offer.code)}
          </p>
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qr)}`} alt={t('people:transferQr')} />
          <p className="muted s num">
            {t('people:transferUntil', {
              time: clockText(momentIn(plan.timezone, offer.expiresAt).time),
            })}
          </p>
        </div>
      )}
      {(isOver || error !== null) && (
        <div className="transfer">
          {isOver && <p role="status">{t('people:transferOver')}</p>}
          <Button onClick={ask}>{t('people:transferAgain')}</Button>
        </div>
      )}
    </Dialog>
  )
}
