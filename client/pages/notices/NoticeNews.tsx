import { useDay, useMe } from '../../sync/records.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { noticesRead, readNotice } from './readNotices.ts'
import './NoticeNews.css'

/** What is older than this is found in the list, and no longer held out to anybody. */
const freshMs = 60 * 60_000

/** The latest message that concerns whoever reads, under the bar of every page, until it was read. */
export function NoticeNews() {
  const t = useTexts()
  const me = useMe().data
  const day = useDay().data
  const read = useStore(noticesRead)
  if (!me || !day) return null
  const { seat } = me.person
  const own = seat?.kind === 'group' ? seat.group : null
  const notice = day.notices.find(
    ({ id, to, at }) => (to === null || to === own) && day.now - at < freshMs && !read?.includes(id),
  )
  if (!notice) return null
  return (
    <div className="notice-news">
      <Message
        icon="message-square"
        actions={
          <Button size="small" onClick={() => readNotice(notice.id)}>
            {t('phases:noticeRead')}
          </Button>
        }
      >
        <span className="muted" dir="auto">
          {t('phases:noticeFrom', { name: notice.by })}
        </span>{' '}
        <strong dir="auto">{notice.text}</strong>
      </Message>
    </div>
  )
}
