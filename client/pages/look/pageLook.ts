import { can, openDay } from '#shared/roles.ts'
import type { ViewName } from '../../board/BoardTools.tsx'
import { element } from '../../ui/element.ts'
import type { LookContext } from './lookContext.ts'
import { mayWrite } from './mayWrite.ts'
import { phaseLook } from './phaseLook.ts'
import { plainIcon } from './plainIcon.ts'
import '../../board/BoardTools.css'
import '../../ui/Button.css'
import '../../ui/GroupBadge.css'
import '../../ui/Message.css'
import '../../ui/TopBar.css'
import '../group/GroupBoard.css'
import './look.css'

/** The frame of a group's page, as high as the real one: bar, board, tools. */
export const pageLook = (context: LookContext, view: ViewName): { page: HTMLElement; main: HTMLElement } => {
  const { group, person, t } = context
  const title = element('p', 'title', group.title)
  const phases = phaseLook(context)
  const top = element(
    'header',
    'top',
    element('div', '', element('span', 'badge', group.id), title),
    element('div', 'top-end'),
    element('div', 'top-more', ...(phases ? [phases] : [])),
  )
  const main = element('main')
  if (!can(person, openDay, 'write', { kind: 'group', group: group.id }))
    main.append(
      element('div', 'msg info', plainIcon(), element('div', '', t('group:readOnly', { group: group.id }))),
    )
  const tool = element('span', 'btn primary look-room', '\u00a0')
  const dock = element(
    'section',
    'dock',
    ...(mayWrite(context) ? [element('div', 'dock-phone look-composer')] : []),
    element('div', 'dock-wide', element('div', 'board-tools', tool)),
  )
  const page = element('div', 'group-page', top, main, dock)
  page.dataset['view'] = view
  page.setAttribute('aria-hidden', 'true')
  page.inert = true
  return { page, main }
}
