import { platformRights } from '@crm/platform'
import { person, useCan, usePreference } from '@crm/platform/ui'
import { createEffect } from 'solid-js'
import type { View } from '../view.ts'

/** Columns that came to a register since a person last looked through them; they arrive hidden. */
export function createNewColumns(view: View) {
  const [known, setKnown, isAsked] = usePreference<readonly string[]>(`register.${view.register.id}.seen`, [])
  const can = useCan()
  const all = () => Object.keys(view.register.fields)
  // It is kept without anybody's pressing: not where it would be refused, and not with somebody else's eyes.
  const seen = () => {
    if (can(platformRights.preferences.edit) && !person()?.seenBy && all().some((name) => !known().includes(name))) setKnown(all())
  }
  // For who is here for the first time, nothing is new.
  createEffect(() => {
    if (isAsked() && known().length === 0) seen()
  })
  return { seen, isNew: (name: string) => known().length > 0 && !known().includes(name) }
}
