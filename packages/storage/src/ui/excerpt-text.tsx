import { useText } from '@crm/platform/ui'
import type { Excerpt } from '../file-text.ts'
import { foundMessages } from '../messages/found.ts'

/** The page and the place in which something was found, with what was found marked. */
export function ExcerptText(props: { readonly excerpt: Excerpt }) {
  const text = useText(foundMessages)
  return (
    <small class="d-block crm-quiet">
      {text('page', { page: props.excerpt.page })}: {props.excerpt.before}
      <mark>{props.excerpt.match}</mark>
      {props.excerpt.after}
    </small>
  )
}
