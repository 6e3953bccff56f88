import { type InputProps, Suggest } from '@crm/widgets/ui'
import type { HolderFound } from '../index.ts'
import { messages } from '../messages/index.ts'
import { useText } from './text.ts'

/** Find a person or a group by name. */
export function HolderSuggest(props: {
  readonly input: InputProps
  readonly shown: string
  readonly isClearedAfter?: boolean
  readonly find: (text: string) => Promise<readonly HolderFound[]>
  readonly onPick: (found: HolderFound | null) => void
}) {
  const text = useText(messages)
  // The field knows numbers; a person and a group may have the same one.
  const numberOf = (holder: string) => Number(holder.slice(1)) * 2 + (holder.startsWith('g') ? 1 : 0)
  const holderOf = (number: number) => `${number % 2 === 1 ? 'g' : 'u'}${Math.floor(number / 2)}`
  const find = (typed: string) => props.find(typed).then((found) => found.map((one) => ({ id: numberOf(one.holder), label: one.name })))
  return (
    <Suggest
      input={props.input}
      shown={props.shown}
      isClearedAfter={props.isClearedAfter ?? false}
      nothing={text('access.nobody')}
      find={find}
      onPick={(one) => props.onPick(one && { holder: holderOf(one.id), name: one.label })}
    />
  )
}
