import { PageHead, Select, FormField, toast } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { type Language, platformRights, type Theme } from '../index.ts'
import { messages } from '../messages/index.ts'
import { CalendarSection } from './account/calendar-section.tsx'
import { FactorSection } from './account/factor-section.tsx'
import { PasswordSection } from './account/password-section.tsx'
import { SessionsSection } from './account/sessions-section.tsx'
import { platformApi } from './platform-api.ts'
import { failureOf } from './refused.ts'
import { language, setLanguage, setTheme, theme, useCan } from './session.ts'
import { failureText, useText } from './text.ts'

const themes = ['auto', 'light', 'dark'] as const

export default function SettingsPage() {
  const text = useText(messages)
  const can = useCan()
  let before: Promise<void> = Promise.resolve()
  /** One after the other: the last choice stays. */
  const keep = (choice: { language?: Language; theme?: Theme }) => {
    before = before.then(() => save(choice))
  }
  const save = async (choice: { language?: Language; theme?: Theme }) => {
    try {
      await platformApi.preferences.look.run(choice)
      toast({ text: text('settings.saved') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  return (
    <>
      <PageHead title={text('settings.title')} />
      <section class="crm-section crm-fields">
        <FormField name="language" label={text('settings.language')}>
          {(input) => (
            <Select
              input={input}
              value={language()}
              options={[
                { value: 'pl', label: 'Polski' },
                { value: 'en', label: 'English' },
              ]}
              onInput={(value) => {
                setLanguage(value === 'en' ? 'en' : 'pl')
                keep({ language: language() })
              }}
            />
          )}
        </FormField>
        <FormField name="theme" label={text('settings.theme')}>
          {(input) => (
            <Select
              input={input}
              value={theme()}
              options={themes.map((value) => ({ value, label: text(`settings.themes.${value}`) }))}
              onInput={(value) => {
                setTheme(themes.find((known) => known === value) ?? 'auto')
                keep({ theme: theme() })
              }}
            />
          )}
        </FormField>
      </section>
      <PasswordSection />
      <Show when={can(platformRights.account.secondFactor)}>
        <FactorSection />
      </Show>
      <Show when={can(platformRights.calendar.use)}>
        <CalendarSection />
      </Show>
      <Show when={can(platformRights.account.sessions)}>
        <SessionsSection />
      </Show>
    </>
  )
}
