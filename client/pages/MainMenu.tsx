import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../sync/call.ts'
import { useMe } from '../sync/records.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fetchedApart } from '../ui/fetchedApart.tsx'
import { setLanguage, startTextsOf } from '../ui/i18n.ts'
import { Menu, type MenuItem, type MenuSection } from '../ui/Menu.tsx'
import { Message } from '../ui/Message.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'

const NoticeList = fetchedApart(
  async () => (await Promise.all([import('./notices/NoticeList.tsx'), startTextsOf('phases')]))[0].NoticeList,
)

const TransferDialog = fetchedApart(
  async () =>
    (await Promise.all([import('./people/TransferDialog.tsx'), startTextsOf('people')]))[0].TransferDialog,
)

type MainMenuProps = {
  /** What this page adds, above the ways to other places. */
  readonly sections?: readonly MenuSection[] | undefined
}

/** The three dots at the top right: ways to other places, language, leaving. */
export function MainMenu({ sections = [] }: MainMenuProps) {
  const t = useTexts()
  const language = useLanguage()
  const navigate = useNavigate()
  const [isLeaving, setLeaving] = useState(false)
  const [isTransferring, setTransferring] = useState(false)
  const [messages, setMessages] = useState<'never' | 'open' | 'closed'>('never')
  const me = useMe().data
  if (!me) return null
  const { person, event } = me

  const way = (path: string, label: string, icon: MenuItem['icon']): MenuItem => ({
    id: path,
    label,
    icon,
    onAction: () => void navigate(path),
  })
  const places: MenuItem[] = [
    way('/heute', t('app:toToday'), 'calendar'),
    ...(person.role === 'beamer' ? [] : [way('/fragen', t('app:toQuestions'), 'circle-question-mark')]),
    ...event.groups.map((group) =>
      way(`/gruppe/${group.id}`, `${t('app:toGroup', { group: group.id })}: ${group.title}`, 'users'),
    ),
    way('/plenum', t('app:toPlenum'), 'presentation'),
    ...(person.role === 'beamer' ? [] : [way('/meine-karten', t('app:toMyNotes'), 'sticky-note')]),
    way('/protokoll', t('app:toMinutes'), 'file-text'),
    ...(person.role === 'staff' || person.role === 'moderator'
      ? [
          way('/leitung', t('app:toControl'), 'layout-grid'),
          way('/vorbereitung', t('app:toAcross'), 'merge'),
          way('/nachzuegler', t('app:toLate'), 'hourglass'),
          way('/redaktion', t('app:toStaff'), 'layers'),
          way('/beamer', t('app:toBeamer'), 'monitor'),
          way('/beamer/steuern', t('app:toSteer'), 'list-ordered'),
        ]
      : []),
    ...(person.role === 'staff' || person.role === 'moderator'
      ? [way('/leute', t('seating:toPeople'), 'users'), way('/aushang', t('seating:toSigns'), 'qr-code')]
      : []),
    ...(person.role === 'staff' ? [way('/einrichten', t('app:toSetUp'), 'pencil')] : []),
  ]
  const own: MenuItem[] = [
    {
      id: 'messages',
      label: t('app:messages'),
      icon: 'message-square',
      onAction: () => setMessages('open'),
    },
    ...(person.role === 'beamer'
      ? []
      : [
          {
            id: 'device',
            label: t('seating:toOtherDevice'),
            icon: 'monitor',
            onAction: () => setTransferring(true),
          } as const,
        ]),
    {
      id: 'language',
      label: t('app:otherLanguage'),
      icon: 'languages',
      onAction: () => setLanguage(language === 'de' ? 'en' : 'de'),
    },
    way('/datenschutz', t('app:privacy'), 'shield-check'),
    { id: 'leave', label: t('app:leave'), icon: 'log-out', onAction: () => setLeaving(true) },
  ]
  return (
    <>
      <Menu
        label={t('app:menu')}
        variant="quiet"
        size="small"
        icon="ellipsis"
        iconOnly
        placement="bottom end"
        sections={[
          ...sections,
          { id: 'places', title: t('app:places'), items: places },
          { id: 'own', title: t('app:youAre', { name: person.name }), items: own },
        ]}
      />
      {messages !== 'never' && (
        <NoticeList isOpen={messages === 'open'} onClose={() => setMessages('closed')} />
      )}
      {isTransferring && <TransferDialog onClose={() => setTransferring(false)} />}
      <LeaveDialog isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </>
  )
}

function LeaveDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    try {
      await call('POST', '/api/leave')
      // A fresh page: nothing of this person stays open or in memory.
      location.assign('/beitreten')
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('app:leaveTitle')}
      actions={
        <>
          <Button onClick={() => void leave()}>{t('app:leaveYes')}</Button>
          <Button onClick={onClose}>{t('app:leaveNo')}</Button>
        </>
      }
    >
      <p>{t('app:leaveText')}</p>
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
    </Dialog>
  )
}
