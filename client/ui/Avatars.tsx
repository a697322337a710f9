import { Avatar, type AvatarPerson } from './Avatar.tsx'
import { useTexts } from './useTexts.ts'
import './Avatars.css'

type AvatarsProps = { readonly people: readonly AvatarPerson[]; readonly max?: number | undefined }

/** Who is here: at most four signs and the number of the rest. */
export function Avatars({ people, max = 4 }: AvatarsProps) {
  const t = useTexts()
  if (people.length === 0) return null
  const shown = people.slice(0, max)
  const rest = people.slice(max)
  return (
    <ul className="avas" aria-label={t('app:peopleHere', { count: people.length })}>
      {shown.map((person) => (
        <li key={person.id} title={person.name}>
          <Avatar person={person} />
          <span className="vh">{person.name}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li title={rest.map((person) => person.name).join(', ')}>
          <span className="ava rest" aria-hidden="true">
            +{rest.length}
          </span>
          <span className="vh">{t('app:andMore', { count: rest.length })}</span>
        </li>
      )}
    </ul>
  )
}
