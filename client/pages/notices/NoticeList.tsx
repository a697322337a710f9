import { useDay, useMe } from '../../sync/records.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import './NoticeList.css'

type NoticeListProps = { readonly isOpen: boolean; readonly onClose: () => void }

/** All messages that reached whoever reads, the newest first. */
export function NoticeList({ isOpen, onClose }: NoticeListProps) {
  const t = useTexts()
  const me = useMe().data
  const notices = useDay().data?.notices ?? []
  if (!me) return null
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('phases:messages')}>
      {notices.length === 0 ? (
        <EmptyState title={t('phases:noticesNone')}>{t('phases:noticesNoneText')}</EmptyState>
      ) : (
        <ul className="notices">
          {notices.map(({ id, text, to, by, at }) => (
            <li key={id}>
              <p className="hint num">
                {t('phases:noticeTime', { time: clockText(momentIn(me.event.timezone, at).time) })},{' '}
                <span dir="auto">{by}</span>{' '}
                {to === null
                  ? t('phases:noticeToAll')
                  : t('phases:noticeTo', { to: t('phases:toGroup', { group: to }) })}
              </p>
              <p dir="auto">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
