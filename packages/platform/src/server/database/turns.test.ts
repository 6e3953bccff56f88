import { expect, it } from 'vitest'
import { inTurns } from './turns.ts'

/** A reading that ends when it is told to, and answers how many began before it. */
function readings() {
  const ends: (() => void)[] = []
  let begun = 0
  const read = (key: string) => {
    begun += 1
    const answer = `${key} ${begun}`
    return new Promise<string>((resolve, reject) => ends.push(() => (key === 'broken' ? reject(new Error(answer)) : resolve(answer))))
  }
  const end = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { read, end }
}

it('answers those who come during a reading by the next one, all by the same', async () => {
  const { read, end } = readings()
  const ask = inTurns(read)
  const first = ask('a')
  const [second, third, other] = [ask('a'), ask('a'), ask('b')]
  await end()
  expect(await first).toBe('a 1')
  await end()
  expect(await other).toBe('b 2')
  const fourth = ask('a') // while the second reading runs
  await end()
  expect([await second, await third]).toEqual(['a 3', 'a 3'])
  await end()
  expect(await fourth).toBe('a 4')
  const later = ask('a')
  await end()
  expect(await later).toBe('a 5')
})

it('goes on after a reading that failed', async () => {
  const { read, end } = readings()
  const ask = inTurns(read)
  const [first, second] = [ask('broken'), ask('broken')]
  first.catch(() => undefined)
  second.catch(() => undefined)
  await end()
  await expect(first).rejects.toThrow('broken 1')
  await end()
  await expect(second).rejects.toThrow('broken 2')
})
