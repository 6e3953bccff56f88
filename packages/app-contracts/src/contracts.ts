import { defineApp, type LevelName, levelNames } from '@crm/platform'
import { registerLevels } from '@crm/register'
import { messagesFor } from './messages/index.ts'
import { limitNotice, paperNotice } from './notices.ts'
import { rightsFor, type VariantRights } from './rights.ts'
import { settings } from './settings.ts'
import type { Variants } from './variant.ts'
import { variants } from './variants.ts'

/** The app over any list of variants: what is in the list is in its rights, levels and texts. */
export function appFor(list: Variants) {
  const { enter, scans, papers, reports, ...named } = rightsFor(Object.keys(list))
  const levels: Record<LevelName, string[]> = {
    read: [enter.id, reports.view.id, papers.view.id],
    work: [enter.id, reports.view.id, scans.view.id, scans.upload.id, papers.view.id, papers.count.id],
    approve: [enter.id, reports.view.id, scans.view.id, scans.upload.id, papers.view.id, papers.count.id],
    manage: [enter.id, reports.view.id, scans.view.id, scans.upload.id, scans.sort.id, scans.sources.id, papers.view.id, papers.count.id, papers.manage.id],
  }
  for (const [name, variant] of Object.entries(list)) {
    for (const level of variant.isConfidential ? (['manage'] as const) : levelNames) levels[level].push(...levelOf(level, named[name] as VariantRights)) // made from the same list
  }
  return defineApp({
    id: 'contracts',
    rights: { enter, scans, papers, reports, ...named },
    levels,
    settings,
    messages: messagesFor(list),
    notices: Object.keys(list).flatMap((name) => noticesOf(name, named[name] as VariantRights)),
    todos: Object.keys(list).map((name) => paperNotice(name, (named[name] as VariantRights).view.id)),
  })
}

/** Who may not read amounts hears nothing of them. */
const noticesOf = (name: string, { view, amounts }: VariantRights) => [limitNotice(name, amounts.id), paperNotice(name, view.id)]

function levelOf(level: LevelName, rights: VariantRights): string[] {
  const { amounts, files, annexes, invoices, label, paper } = rights
  const read = [files.list.id, files.preview.id, paper.view.id]
  const work = [
    ...read,
    amounts.id,
    files.upload.id,
    files.describe.id,
    files.download.id,
    annexes.add.id,
    annexes.edit.id,
    invoices.add.id,
    invoices.edit.id,
    label.print.id,
    paper.move.id,
    paper.lend.id,
  ]
  const approve = [...work, label.void.id]
  return [...registerLevels(rights)[level], ...{ read, work, approve, manage: [...approve, files.remove.id, files.access.id, annexes.remove.id, invoices.remove.id] }[level]]
}

export const contracts = appFor(variants)
