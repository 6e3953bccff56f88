import type { ProcedureLine } from '@crm/platform/server'
import { type Browser, digestOf, type House } from '@crm/testing/server'
import { expect } from 'vitest'

/** An id that nothing has. */
export const nowhere = 4_000_000

interface Asking {
  readonly house: House
  /** Somebody with every right, and without a plus in the table. */
  readonly outsider: Browser
  readonly line: ProcedureLine
  readonly input: (id: number) => object
  /** The hidden one. */
  readonly id: number
  /** The document under which the refusal is journalled. */
  readonly document: string
}

/** What is hidden answers as what is not there, changes nothing, and the try is in the journal under the right that was asked for. */
export async function answersAsAbsent({ house, outsider, line, input, id, document }: Asking): Promise<void> {
  const call = (one: number) => (line.type === 'query' ? outsider.query(line.path, input(one)) : outsider.mutate(line.path, input(one)))
  const before = await digestOf(house)
  const answer = await call(id)
  expect(answer.failure?.code).toBe('missing')
  expect(answer).toEqual(await call(nowhere))
  expect(await digestOf(house)).toEqual(before)
  const entries = await house.rows("select action from platform_journal where document = ? and outcome = 'denied' order by id desc limit 1", [document])
  expect(entries).toEqual([[line.right]])
}

/** No route that takes an id tells the hidden one from one that is not there, or changes anything. */
export async function routesSayAbsent({
  house,
  outsider,
  asked,
}: Pick<Asking, 'house' | 'outsider'> & { readonly asked: readonly { readonly path: string; readonly id: number }[] }): Promise<void> {
  const before = await digestOf(house)
  for (const { path, id } of asked) {
    const ask = async (one: number) => {
      const answer = await house.http.inject({ url: path.replace(':id', String(one)), headers: { cookie: outsider.cookie() } })
      return [answer.statusCode, answer.json().error.data.failure]
    }
    const answer = await ask(id)
    expect(answer).toEqual(await ask(nowhere))
    expect(answer[0]).toBe(404)
  }
  expect(await digestOf(house)).toEqual(before)
}
