import { useState } from 'react'
import type { ScreenNumber } from '#shared/day/beamerScreen.ts'
import { useJoinLinks } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { copyText } from '../staff/copyText.ts'

/** How another device becomes this screen: for those who know its link. */
export function ScreenLink({ screen }: { readonly screen: ScreenNumber }) {
  const t = useTexts()
  const [isShown, setShown] = useState(false)
  const link = useJoinLinks().data?.find((one) => one.role === 'beamer' && one.screen === screen)
  if (!link) return null
  const copy = async () => toast(t((await copyText(link.url)) ? 'steer:linkCopied' : 'steer:linkByHand'))
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon="qr-code"
        aria-haspopup="dialog"
        aria-label={t('steer:linkOf', { screen })}
        onClick={() => setShown(true)}
      >
        {t('steer:link')}
      </Button>
      <Dialog
        isOpen={isShown}
        onClose={() => setShown(false)}
        title={t('steer:linkTitle', { screen })}
        actions={
          <>
            <Button icon="copy" onClick={() => void copy()}>
              {t('steer:linkCopy')}
            </Button>
            <Button onClick={() => setShown(false)}>{t('app:close')}</Button>
          </>
        }
      >
        <p>{t('steer:linkText')}</p>
        <img
          className="screen-qr"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qr)}`}
          alt={t('steer:linkQr', { screen })}
        />
        <p className="s muted screen-url">{link.url}</p>
      </Dialog>
    </>
  )
}
