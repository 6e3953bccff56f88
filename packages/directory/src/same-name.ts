import { fold } from '@crm/platform'

/** What a company is by law, as it is written in full and in short; the shortest last, so that none is left half. */
const legalForms = [
  'spolka z ograniczona odpowiedzialnoscia spolka komandytowa',
  'spolka z ograniczona odpowiedzialnoscia',
  'prosta spolka akcyjna',
  'spolka komandytowo akcyjna',
  'spolka komandytowa',
  'spolka akcyjna',
  'spolka jawna',
  'spolka cywilna',
  'sp z o o sp k',
  'sp z oo sp k',
  'sp zoo sp k',
  'sp z o o',
  'sp z oo',
  'sp zoo',
  'spzoo',
  'sp k a',
  'sp k',
  'sp j',
  's k a',
  'p s a',
  's a',
  's c',
  'sa',
  'sc',
].map((form) => ` ${form} `)

/** A name as two entries of the same company have it: without marks, signs and the legal form, which one writes in full and another in short. */
export function sameName(name: string): string {
  const plain = ` ${fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const form = legalForms.find((one) => plain.endsWith(one))
  const bare = form ? plain.slice(0, -form.length) : plain
  // A company that is called by its form alone keeps it.
  return (bare.trim() || plain).trim()
}
