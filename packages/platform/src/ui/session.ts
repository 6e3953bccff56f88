import { createContext, createSignal, useContext } from 'solid-js'
import type { Language, Me, Right, Stage, Theme } from '../index.ts'

const [person, setPerson] = createSignal<Me | null>(null)
const [language, setLanguageNow] = createSignal<Language>(languageAtFirst())
const [theme, setThemeNow] = createSignal<Theme>(themeAtFirst())
/** Why the server does not go on: nobody is signed in, or something of the sign-in still has to be done. */
export type Interruption = 'signed-out' | Stage

/** Waiting for somebody to do it over the page; `resolve` is called with whether they did. */
const [returning, setReturning] = createSignal<{ readonly why: Interruption; readonly resolve: (isBack: boolean) => void } | null>(null)

export { language, person, returning, theme }

function languageAtFirst(): Language {
  const kept = localStorage.getItem('crm.language')
  return kept === 'en' ? 'en' : 'pl'
}

function themeAtFirst(): Theme {
  const kept = localStorage.getItem('crm.theme')
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

export function setLanguage(next: Language): void {
  localStorage.setItem('crm.language', next)
  document.documentElement.lang = next
  setLanguageNow(next)
}

let isChosen = false

/** A person pressed the switch themselves. */
export function chooseLanguage(next: Language): void {
  isChosen = true
  setLanguage(next)
}

export const isLanguageChosen = (): boolean => isChosen

export function setTheme(next: Theme): void {
  localStorage.setItem('crm.theme', next)
  setThemeNow(next)
  const isDark = next === 'dark' || (next === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.bsTheme = isDark ? 'dark' : 'light'
}

/** Somebody is in. */
export function enter(me: Me): void {
  setPerson(me)
  returning()?.resolve(true)
  setReturning(null)
}

/** The same person, with rights as they are now. */
export const refresh = (me: Me): void => void setPerson(me)

export function leave(): void {
  setPerson(null)
  returning()?.resolve(false)
  setReturning(null)
}

let waiting: Promise<boolean> | null = null

/** The server does not go on. @returns whether the person has done what was missing, so that the call can be repeated */
export function interrupted(why: Interruption): Promise<boolean> {
  if (!person()) return Promise.resolve(false)
  waiting ??= new Promise<boolean>((resolve) => {
    setReturning({ why, resolve })
  }).finally(() => {
    waiting = null
  })
  return waiting
}

/** Who is at the browser. Only pages inside the frame may ask. */
export function useMe(): () => Me {
  return () => {
    const me = person()
    if (!me) throw new Error('Nobody is signed in here')
    return me
  }
}

/** The rights on the very document that is shown; `null` outside of one. */
export const DocumentRights = createContext<() => readonly string[] | null>(() => null)

/** Whether the person holds a right - on the document that is shown, inside of one; the server asks again at each call. */
export function useCan(): (right: Right) => boolean {
  const onDocument = useContext(DocumentRights)
  return (right) => (onDocument() ?? person()?.rights)?.includes(right.id) ?? false
}

/** Whether a right opens at least some document: its pages then show those. */
export const useCanSome = (): ((right: Right) => boolean) => (right) => (person()?.rights.includes(right.id) || person()?.granted.includes(right.id)) ?? false

/** Whether the one who looks with somebody's eyes has a right that this somebody does not: such things are shown outlined. */
export function useIsMissed(): (right: Right) => boolean {
  const can = useCan()
  return (right) => !can(right) && (person()?.seenBy?.rights.includes(right.id) ?? false)
}
