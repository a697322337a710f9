import { useContext, type ReactNode } from 'react'
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
}

export function TopBar({ badge, title, titlePrefix, isHeading = true, middle, end }: TopBarProps) {
  const t = useTexts()
  const news = useContext(TopNews)
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
      {/* Here before anything is said, so that it is said. */}
      <div className="top-news" role="status">
        {news}
      </div>
    </header>
  )
}
