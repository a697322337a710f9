import { useRef, type FocusEvent } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { ViewName } from '../BoardTools.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { usePlaceName } from './useInvite.ts'
import { useKeepReading } from './useKeepReading.ts'
import { useListTogether } from './useListTogether.ts'
import './TogetherPills.css'

/** Below the page's bar: whom one follows, and who asks to look somewhere. They cover little and move nothing. */
export function TogetherPills({ view }: { readonly view: ViewName }) {
  const t = useTexts()
  const { together } = useBoardPlace()
  const following = useStore(together.following)
  const call = useStore(together.call)
  const placeName = usePlaceName()
  const before = useRef<Element | null>(null)
  useListTogether(view === 'list')
  useKeepReading(view === 'list')

  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Element && !relatedTarget.closest('.together-pill'))
      before.current = relatedTarget
  }
  /** The pill goes away with its button; the focus returns to where it was. */
  const back = () => {
    const target = before.current?.isConnected ? before.current : document.getElementById('notes')
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
  }
  const said = call && t('together:calls', { name: call.name, place: placeName(call.on, call.question) })
  return (
    <section className="together-pills" aria-label={t('together:news')}>
      <p className="vh" role="status">
        {[said, following && t('together:followingHint', { name: following.name })].filter(Boolean).join(' ')}
      </p>
      {following && (
        <div className="together-pill">
          <Icon name="users" size={18} />
          <span dir="auto">{t('together:following', { name: following.name })}</span>
          <Button
            size="small"
            onFocus={onFocus}
            variant="quiet"
            onClick={() => {
              together.follow(null)
              back()
            }}
          >
            {t('together:stop')}
          </Button>
        </div>
      )}
      {call && (
        <div className="together-pill">
          <Icon name="hand" size={18} />
          <span dir="auto">{said}</span>
          <Button
            size="small"
            onFocus={onFocus}
            onClick={() => {
              together.answer(call.id)
              together.follow(null)
              back()
              together.place()?.goTo(call)
            }}
          >
            {t('together:show')}
          </Button>
          <Button
            size="small"
            onFocus={onFocus}
            variant="quiet"
            onClick={() => {
              together.answer(call.id)
              back()
            }}
          >
            {t('together:noThanks')}
          </Button>
        </div>
      )}
    </section>
  )
}
