import { useState } from 'react'
import type { JoinLink } from '#shared/api.ts'
import type { UserRole } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { useJoinLinks } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { codeText } from '../join/joinCode.ts'
import { copyText } from './copyText.ts'

const names = {
  member: 'staff:roleMember',
  moderator: 'staff:roleModerator',
  staff: 'staff:roleStaff',
  beamer: 'staff:roleBeamer',
} as const satisfies Record<UserRole, string>
const about = {
  member: 'staff:aboutMember',
  moderator: 'staff:aboutModerator',
  staff: 'staff:aboutStaff',
  beamer: 'staff:aboutBeamer',
} as const satisfies Record<UserRole, string>

const nameOf = (t: ReturnType<typeof useTexts>, { role, screen }: JoinLink): string =>
  screen === null ? t(names[role]) : `${t(names[role])} ${screen}`

type JoinLinksProps = { readonly plan: EventPlan }

/** Who gets in by which link: staff see all roles, moderators the members' one. */
export function JoinLinks({ plan }: JoinLinksProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { data, error } = useJoinLinks()
  const [shown, setShown] = useState<JoinLink | null>(null)
  return (
    <section className="staff-section" aria-labelledby="links">
      <div>
        <h2 id="links">{t('staff:links')}</h2>
        {data && <p className="muted">{t(data.length > 1 ? 'staff:linksHint' : 'staff:linksMember')}</p>}
      </div>
      {error && <Message tone="bad">{refusalText(error)}</Message>}
      <ul className="links">
        {data?.map((link) => (
          <LinkRow key={`${link.role} ${link.screen}`} link={link} onShow={() => setShown(link)} />
        ))}
      </ul>
      {shown && (
        <Dialog isOpen onClose={() => setShown(null)} title={nameOf(t, shown)}>
          <div className="qr-sheet">
            <p lang={plan.language}>{plan.title}</p>
            <img
              className="qr"
              src={`data:image/svg+xml;utf8,${encodeURIComponent(shown.qr)}`}
              alt={t('staff:qrOf', { role: nameOf(t, shown) })}
            />
            {shown.role === 'member' && <p className="links-code num">{codeText(shown.code)}</p>}
            <p className="s muted">{shown.url}</p>
          </div>
        </Dialog>
      )}
    </section>
  )
}

type LinkRowProps = { readonly link: JoinLink; readonly onShow: () => void }

function LinkRow({ link, onShow }: LinkRowProps) {
  const t = useTexts()
  const role = nameOf(t, link)
  const copy = async () => toast(t((await copyText(link.url)) ? 'staff:copied' : 'staff:copyByHand'))
  return (
    <li>
      <div className="link-text">
        <h3>{role}</h3>
        <p className="hint">{t(about[link.role])}</p>
        {link.role === 'member' && (
          <p className="code">
            <span className="vh">{t('staff:code')} </span>
            {codeText(link.code)}
          </p>
        )}
        <p className="url">{link.url}</p>
      </div>
      <div className="row wrap link-ways">
        <Button
          size="small"
          icon="copy"
          aria-label={t('staff:copyLinkOf', { role })}
          onClick={() => void copy()}
        >
          {t('staff:copyLink')}
        </Button>
        <Button size="small" icon="qr-code" aria-label={t('staff:showQrOf', { role })} onClick={onShow}>
          {t('staff:showQr')}
        </Button>
      </div>
    </li>
  )
}
