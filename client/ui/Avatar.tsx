import { initialsOf } from './initials.ts'
import './Avatars.css'

export type AvatarPerson = {
  readonly id: string
  readonly name: string
  /** 1 to 10 */ readonly colour: number
}

/** The sign of one person; the name stands beside it. It is drawn, not written: nobody says "K12" to a button. */
export function Avatar({ person }: { readonly person: AvatarPerson }) {
  return (
    <span
      className="ava"
      data-person={person.colour}
      data-sign={initialsOf(person.name)}
      aria-hidden="true"
    />
  )
}
