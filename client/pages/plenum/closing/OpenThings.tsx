import { Link } from 'react-router'
import { blocks, type OpenAnswer, type OpenKind, type OpenThing } from '#shared/plenum/openThings.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { viewPath } from '../plenumView.ts'

/** So many are named; the others are counted. */
const most = 12
const words = {
  consent: 'fates:consent',
  points: 'fates:points',
  undecided: 'fates:undecided',
  changed: 'fates:changed',
  objections: 'fates:objections',
  proposals: 'fates:proposals',
  loose: 'fates:loose',
  parked: 'fates:unaddressed',
  late: 'fates:late',
} as const

type OpenThingsProps = { readonly open: OpenAnswer; readonly onGo: () => void }

/** What a finalisation would leave open, each with the way there. */
export function OpenThings({ open, onGo }: OpenThingsProps) {
  const t = useTexts()
  if (open.lists.length === 0) return <p>{t('fates:nothingOpen')}</p>
  const part = (lists: OpenAnswer['lists'], title: string) =>
    lists.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="issues open-lists">
          {lists.map(({ kind, things, count }) => (
            <li key={kind} className="num">
              {t(words[kind], { count })}
              {': '}
              {things.slice(0, most).map((thing, at) => (
                <span key={`${thing.name}/${at}`}>
                  {at > 0 && ' '}
                  <Link to={wayTo(kind, thing)} onClick={onGo} dir="auto">
                    {thing.name}
                  </Link>
                </span>
              ))}
              {things.length > most && ` ${t('fates:more', { count: things.length - most })}`}
              {things.length === 0 && <PlaceOf kind={kind} onGo={onGo} />}
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      {part(
        open.lists.filter(({ kind }) => blocks(kind)),
        t('fates:runs'),
      )}
      {part(
        open.lists.filter(({ kind }) => !blocks(kind)),
        t('fates:stillOpen'),
      )}
    </>
  )
}

/** Who takes a parked card is said at the end of the Plenum. */
const wayTo = (kind: OpenKind, { result, note }: OpenThing): string => {
  if (kind === 'parked') return viewPath({ kind: 'closing' })
  return result
    ? viewPath({ kind: 'result', id: result })
    : note
      ? viewPath({ kind: 'note', ref: note })
      : '/plenum'
}

function PlaceOf({ kind, onGo }: { readonly kind: OpenKind; readonly onGo: () => void }) {
  const t = useTexts()
  if (kind === 'late')
    return (
      <Link to="/nachzuegler" onClick={onGo}>
        {t('fates:toLate')}
      </Link>
    )
  return (
    <Link to="/plenum" onClick={onGo}>
      {t('fates:toPlenum')}
    </Link>
  )
}
