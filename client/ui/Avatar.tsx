import { initialsOf } from './initials.ts'
import './Avatars.css'

export type AvatarPerson = {
  readonly id: string
  readonly name: string
  /** 1 to 10 */ readonly colour: number
}

/** The sign of one person; the name stands beside it. */
export function Avatar({ person }: { readonly person: AvatarPerson }) {
  return (
    <span className="ava" data-person={person.colour} aria-hidden="true">
      {initialsOf(person.name)}
    </span>
  )
}
