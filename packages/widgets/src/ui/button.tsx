import { type JSX, Show, splitProps } from 'solid-js'
import { Icon, type IconName } from './icon.tsx'

export type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'primary' | 'secondary' | 'danger' | 'quiet' | undefined
  readonly icon?: IconName | undefined
  /** Words of a button that shows its icon only. */
  readonly label?: string | undefined
  /** The work is under way: it cannot be started twice. */
  readonly isBusy?: boolean | undefined
}

const looks = { primary: 'btn-primary', secondary: 'btn-outline-secondary', danger: 'btn-outline-danger', quiet: 'btn-quiet' } as const

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['look', 'icon', 'label', 'isBusy', 'children', 'class', 'disabled', 'type'])
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={`btn btn-sm ${looks[own.look ?? 'secondary']} ${own.class ?? ''}`}
      disabled={own.disabled || own.isBusy}
      aria-label={own.label}
      title={own.label}
      aria-busy={own.isBusy}
    >
      <Show when={own.isBusy} fallback={<Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>}>
        <span class="spinner-border spinner-border-sm" aria-hidden="true" />
      </Show>
      <Show when={own.children}>
        <span class={own.icon || own.isBusy ? 'ms-2' : ''}>{own.children}</span>
      </Show>
    </button>
  )
}
