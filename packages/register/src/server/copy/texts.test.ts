import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Texts } from './texts.ts'

const texts = fc.array(
  fc.array(fc.constantFrom('lodz', 'serwis', 'serw', 'is', 'umowa', 'ąę', 'a'), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  { maxLength: 40 },
)
const words = fc.array(fc.constantFrom('lod', 'serwis', 's', 'wis u', 'ąę', 'brak'), { minLength: 1, maxLength: 3 })

it('finds the same records as looking into one text after another, changed ones by what they say now', () => {
  fc.assert(
    fc.property(texts, texts, words, fc.boolean(), (first, changed, asked, isTight) => {
      const now = new Map(first.map((text, at) => [at + 1, text]))
      const copy = new Texts(isTight ? 0 : 1_000)
      for (const [id, text] of now) copy.load(id, Buffer.from(text))
      for (const [at, text] of changed.entries()) {
        const id = at * 2 + 1 // some were there, some are new
        now.set(id, text)
        copy.change(id, Buffer.from(text))
      }
      const expected = [...now].filter(([, text]) => asked.every((word) => text.includes(word))).map(([id]) => id)
      const found = [...copy.find(asked.map((word) => Buffer.from(word)))]
      expect(found.sort((left, right) => left - right)).toEqual(expected.sort((left, right) => left - right))
    }),
  )
})
