type Level = 'read' | 'work' | 'approve' | 'manage'

export interface SamplePerson {
  readonly login: string
  readonly name: string
  readonly department: string
  readonly position: string
  readonly supervisor: string | null
  /** Level per app id. */
  readonly levels: Readonly<Partial<Record<string, Level>>>
  /** The level in apps that are not named. */
  readonly elsewhere?: Level
}

/** One password for all sample accounts; they exist only where sample data was asked for. */
export const samplePassword = 'pokaz-umowy-2026'

const everyday = { platform: 'read' } as const
const clerk = { ...everyday, directory: 'work', contracts: 'work', storage: 'work' } as const
const reader = { ...everyday, directory: 'read', contracts: 'read', storage: 'read' } as const
const manager = { ...everyday, directory: 'manage', contracts: 'manage', storage: 'manage' } as const

/** Supervisors come before their people. */
export const samplePeople: readonly SamplePerson[] = [
  {
    login: 'admin',
    name: 'Alicja Administrator',
    department: 'Administracja',
    position: 'Administratorka systemu',
    supervisor: null,
    levels: { ...manager, platform: 'manage' },
    elsewhere: 'manage',
  },
  { login: 'prezes', name: 'Wojciech Zagórny', department: 'Zarząd', position: 'Prezes zarządu', supervisor: null, levels: { ...clerk, contracts: 'approve' } },
  { login: 'anna', name: 'Anna Kłosowska', department: 'Administracja', position: 'Kierowniczka biura', supervisor: 'prezes', levels: manager },
  { login: 'marek', name: 'Marek Świerczyński', department: 'Handel', position: 'Dyrektor handlowy', supervisor: 'prezes', levels: { ...clerk, contracts: 'approve' } },
  { login: 'ksiegowa', name: 'Grażyna Łękawska', department: 'Księgowość', position: 'Główna księgowa', supervisor: 'prezes', levels: clerk },
  { login: 'ola', name: 'Aleksandra Żurawska', department: 'Handel', position: 'Opiekunka klienta', supervisor: 'marek', levels: clerk },
  { login: 'piotr', name: 'Piotr Dębowiak', department: 'Handel', position: 'Opiekun klienta', supervisor: 'marek', levels: clerk },
  { login: 'ewa', name: 'Ewa Jagłowska-Średzińska', department: 'Księgowość', position: 'Księgowa', supervisor: 'ksiegowa', levels: reader },
  { login: 'tomek', name: 'Tomasz Ćwierciak', department: 'Administracja', position: 'Specjalista do spraw umów', supervisor: 'anna', levels: clerk },
  { login: 'kasia', name: 'Katarzyna Niemyska', department: 'Administracja', position: 'Sekretarka', supervisor: 'anna', levels: clerk },
  { login: 'jan', name: 'Jan Obuchowicz', department: 'Handel', position: 'Handlowiec', supervisor: 'ola', levels: reader },
  { login: 'gosc', name: 'Zofia Pustelnik', department: 'Handel', position: 'Stażystka', supervisor: 'ola', levels: everyday },
]
