import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'

/** Why something was not done, near what was asked for. */
export function Refused({ error }: { readonly error: unknown }) {
  const refusalText = useRefusalText()
  if (error === null || error === undefined) return null
  return (
    <Message tone="bad" live>
      {refusalText(error)}
    </Message>
  )
}
