import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from './classNames.ts'
import { GroupBadge } from './GroupBadge.tsx'
import { TopNews } from './TopNews.ts'
import { useTexts } from './useTexts.ts'
import './TopBar.css'

type TopBarProps = {
  /** Letter of the place (A, P); leads back to Today. */
  readonly badge?: string | undefined
  /** Visible title of the page, its only h1 unless `isHeading` is false. */
  readonly title: ReactNode
  /** Said before the title, not shown: "Arbeitsgruppe A: ". */
  readonly titlePrefix?: string | undefined
  readonly isHeading?: boolean | undefined
  /** From 1200 px only: the list of phases. */
  readonly middle?: ReactNode
  /** Connection, avatars, menu. */
  readonly end?: ReactNode
  /** A row of its own beneath all of it. */
  readonly below?: ReactNode
}

export function TopBar({ badge, title, titlePrefix, isHeading = true, middle, end, below }: TopBarProps) {
  const t = useTexts()
  const news = useContext(TopNews)
  const more = useRef<HTMLDivElement>(null)
  // What sticks beneath the bar moves down by as much.
  useEffect(() => {
    const { style } = document.documentElement
    const watch = new ResizeObserver(() =>
      style.setProperty('--news', `${more.current?.offsetHeight ?? 0}px`),
    )
    if (more.current) watch.observe(more.current)
    return () => {
      watch.disconnect()
      style.removeProperty('--news')
    }
  }, [])
  const Title = isHeading ? 'h1' : 'p'
  return (
    <header className={classNames('top', Boolean(middle) && 'has-middle')}>
      <div>
        {badge && (
          <Link to="/heute" className="top-home" aria-label={t('app:toToday')} title={t('app:toToday')}>
            <GroupBadge letter={badge} />
          </Link>
        )}
        <Title className="title">
          {titlePrefix && <span className="vh">{titlePrefix}</span>}
          {title}
        </Title>
      </div>
      {middle && <div className="top-middle">{middle}</div>}
      <div className="top-end">{end}</div>
      <div className="top-more" ref={more}>
        {/* Here before anything is said, so that it is said. */}
        <div className="top-news" role="status">
          {news}
        </div>
        {below}
      </div>
    </header>
  )
}
