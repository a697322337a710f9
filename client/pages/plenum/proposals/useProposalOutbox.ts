import type { MeAnswer } from '#shared/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { afterMs } from '../../../sync/afterMs.ts'
import { CallRefused } from '../../../sync/call.ts'
import { keys, queryClient } from '../../../sync/records.ts'
import { useStore } from '../../../sync/useStore.ts'
import { openProposalOutbox, type OutboxState, type ProposalOutbox } from './proposalOutbox.ts'
import { sendProposal } from './proposalRecords.ts'

/** One a person, for as long as the page is open: what waits is sent whatever is read meanwhile. */
const outboxes = new Map<PersonId, ProposalOutbox>()

const outboxOf = (person: PersonId): ProposalOutbox => {
  const known = outboxes.get(person)
  if (known) return known
  const outbox = openProposalOutbox({
    key: `leitwand.proposals.${person}`,
    storage: localStorage,
    send: (draft) => {
      // Somebody else goes on with this device: what waits is not theirs.
      const me = queryClient.getQueryData<MeAnswer>(keys.me)?.person.id
      return me === person ? sendProposal(draft) : Promise.reject(new CallRefused('offline'))
    },
    after: afterMs,
  })
  outboxes.set(person, outbox)
  window.addEventListener('online', outbox.retry)
  return outbox
}

export const useProposalOutbox = (person: PersonId): ProposalOutbox & { readonly now: OutboxState } => {
  const outbox = outboxOf(person)
  const now = useStore(outbox.state)
  return { ...outbox, now: now ?? outbox.state.get() }
}
