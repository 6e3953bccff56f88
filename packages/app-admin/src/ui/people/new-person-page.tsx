import type { PersonValues } from '@crm/directory'
import { useText } from '@crm/platform/ui'
import { Button, Dialog, PageHead, toast } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'
import { noPerson, PersonForm } from './person-form.tsx'

/** A new account; its one-time password is shown once. */
export default function NewPersonPage() {
  const text = useText(messages)
  const navigate = useNavigate()
  const [made, setMade] = createSignal<{ id: number; password: string } | null>(null)
  const save = async (values: PersonValues) => {
    setMade(await api.people.create.run({ values }))
  }
  const copy = async (password: string) => {
    await navigator.clipboard.writeText(password)
    toast({ text: text('people.copied') })
  }
  return (
    <>
      <PageHead title={text('people.create')} />
      <PersonForm values={noPerson} submit={text('people.create')} onCancel={() => navigate('/admin/people')} onSave={save} />
      <Show when={made()}>
        {(person) => (
          <Dialog
            title={text('people.password')}
            closeLabel={text('people.close')}
            onClose={() => navigate(`/admin/people/${person().id}`)}
            footer={
              <>
                <Button onClick={() => void copy(person().password)}>{text('people.copy')}</Button>
                <Button look="primary" onClick={() => navigate(`/admin/people/${person().id}`)}>
                  {text('people.close')}
                </Button>
              </>
            }
          >
            <p class="fs-4 font-monospace user-select-all mb-2">{person().password}</p>
            <p class="crm-quiet mb-0">{text('people.passwordOnce')}</p>
          </Dialog>
        )}
      </Show>
    </>
  )
}
