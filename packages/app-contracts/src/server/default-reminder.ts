import { longestLead, type ReminderPlan } from '@crm/platform'
import { insertReminder, statement, type System, type Writing } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { type Hooks, remindAnew, type Stored } from '@crm/register/server'
import { settings } from '../settings.ts'

/** A contract that gets a day to decide is reminded of by itself, once: who removes that reminder does not get it again. */
export function defaultReminder(register: AnyRegister): Pick<Hooks, 'created' | 'updated'> {
  const remind = async (ctx: Writing, record: Stored): Promise<void> => {
    if (record.values.decideByOn === null || !(await ctx.system.settings.get(settings.reminders.isOn))) return
    const [known] = await statement<{ id: number }[]>('select id from platform_reminder where kind = ? and record_id = ? and is_default = 1 limit 1', [register.id, record.id])
    if (known) return
    const plan = await usualPlan(ctx.system)
    await insertReminder(ctx, { kind: register.id, recordId: record.id, plan, isDefault: true })
    await remindAnew(ctx, register, record)
  }
  return { created: remind, updated: async (ctx, record, changed) => ('decideByOn' in changed ? remind(ctx, record) : undefined) }
}

/** The ladder as the admin has set it. */
async function usualPlan(system: System): Promise<ReminderPlan> {
  const { about, ladder, escalateFrom } = settings.reminders
  const leads = [...new Set((await system.settings.get(ladder)).map(Number).filter((lead) => lead <= longestLead))].sort((a, b) => b - a)
  const step = await system.settings.get(escalateFrom)
  return {
    about: await system.settings.get(about),
    target: { kind: 'field', field: 'decideByOn' },
    leads: leads.length > 0 ? leads : [0],
    leadUnit: 'days',
    offDays: 'previous',
    time: '09:00',
    recipients: ['owner'],
    escalateFrom: step === 0 || step > leads.length ? null : step,
  }
}
