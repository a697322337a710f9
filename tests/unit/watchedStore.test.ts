import { expect, test } from 'vitest'
import { memoryStore } from '../../server/store/memoryStore.ts'
import { watchedStore } from '../../server/store/watchedStore.ts'
import { Clock } from '../kit/clock.ts'
import { change, testEvent } from '../kit/storeContract.ts'

test('L6 a store is down from a failed commit until a small write succeeds, and says so once each time', async () => {
  const clock = new Clock()
  const inner = memoryStore()
  const heard: boolean[] = []
  let isFull = true
  let tries = 0
  const store = watchedStore(
    {
      ...inner,
      commit: (commit) => {
        tries++
        return isFull ? Promise.reject(new Error('disk full')) : inner.commit(commit)
      },
    },
    clock,
    (isUp) => heard.push(isUp),
  )
  expect(store.isUp()).toBe(true)
  const failed = await Promise.allSettled([1, 2, 3].map((n) => store.commit({ changes: [change('a', n)] })))
  expect(failed.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual(
    Array(3).fill('storeDown'),
  )
  expect([store.isUp(), heard]).toEqual([false, [false]])
  // Nothing new is tried but the probe, one a second.
  await expect(store.commit({ changes: [change('a', 4)] })).rejects.toThrow('storeDown')
  expect(tries).toBe(3)
  await clock.pass(5_500)
  expect([tries, store.isUp()]).toEqual([8, false])
  isFull = false
  await clock.pass(1_000)
  expect([store.isUp(), heard]).toEqual([true, [false, true]])
  await store.commit({ changes: [change('a', 5)] })
  expect(await store.rows(testEvent)).toEqual([{ table: 'thing', id: 'a', value: 5 }])
  // The probe is no event.
  expect(await store.events()).toEqual([testEvent])
})
