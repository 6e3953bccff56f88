import { type Api, createLive, FailureMessage, formatBytes, formatMoment, useCan, useText } from '@crm/platform/ui'
import { Dialog, Icon, Skeleton } from '@crm/widgets/ui'
import { For, Match, Show, Switch } from 'solid-js'
import type { Attachment, AttachmentRights } from '../index.ts'
import { messages } from '../messages/index.ts'
import { kindMessages } from '../messages/kinds.ts'
import type { AttachmentProcedures } from '../server/index.ts'

/** Everything that a file has been: who added it and when, each to be downloaded. */
export function VersionsDialog(props: {
  readonly file: Attachment
  readonly kind: string
  readonly rights: AttachmentRights
  readonly api: Api<AttachmentProcedures>
  readonly onClose: () => void
}) {
  const text = useText(messages)
  const kindText = useText(kindMessages)
  const can = useCan()
  const versions = createLive(
    () => props.file.id,
    (id) => props.api.versions.fetch({ id }),
  )
  return (
    <Dialog title={`${kindText('versions')}: ${props.file.name}`} closeLabel={text('close')} onClose={() => props.onClose()}>
      <p class="crm-quiet">{kindText('older')}</p>
      <Switch fallback={<Skeleton lines={3} label={text('loading')} />}>
        <Match when={versions.error()}>
          <FailureMessage error={versions.error()} again={() => void versions.refetch()} />
        </Match>
        <Match when={versions.value()}>
          {(known) => (
            <ol class="list-unstyled mb-0" aria-label={kindText('versions')}>
              <For each={known()}>
                {(one) => (
                  <li class="d-flex align-items-center gap-2 border-top py-1" data-version={one.version}>
                    <span>
                      {text('version', { version: one.version })}
                      <small class="d-block crm-quiet">
                        {formatBytes(one.size)} · {one.by} · {formatMoment(one.at)}
                      </small>
                    </span>
                    <Show when={can(props.rights.download)}>
                      <a
                        class="btn btn-sm btn-quiet ms-auto"
                        data-right={props.rights.download.id}
                        href={`/files/${props.kind}/${props.file.id}/download?version=${one.version}`}
                        download={props.file.name}
                        aria-label={`${text('download')}: ${text('version', { version: one.version })}`}
                      >
                        <Icon name="download" />
                      </a>
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}
