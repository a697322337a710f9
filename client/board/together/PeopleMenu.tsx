import { useStore } from '../../sync/useStore.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useFollowItems } from './useFollowItems.ts'
import './PeopleMenu.css'

const most = 4

const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).join(', ')

/** Who is here, as at most four signs; they open the list of all, and the way to follow one. */
export function PeopleMenu() {
  const t = useTexts()
  const { presence } = useBoardPlace()
  const people = useStore(presence) ?? []
  const items = useFollowItems()
  if (people.length === 0) return null
  const shown = people.slice(0, most)
  const rest = people.length - shown.length
  return (
    <Menu
      className="people-menu"
      variant="quiet"
      label={t('together:people', { count: people.length, names: namesOf(shown) })}
      placement="bottom end"
      sections={[{ id: 'people', title: t('together:peopleHere'), items }]}
    >
      <span className="avas">
        {shown.map((person) => (
          <span key={person.id} title={person.name}>
            <Avatar person={person} />
            <span className="vh">{person.name}</span>
          </span>
        ))}
        {rest > 0 && <span className="ava rest" data-sign={`+${rest}`} aria-hidden="true" />}
      </span>
    </Menu>
  )
}
