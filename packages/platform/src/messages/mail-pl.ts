/** What stands around the sentence of a letter. */
export const mail = {
  hello: 'Dzień dobry, {name}',
  news: 'Coś nowego w Twoich sprawach',
  newsOf: 'Coś nowego w sprawie {code}',
  open: 'Otwórz w systemie:',
  footer: 'To wiadomość automatyczna systemu {company}. Nie odpowiadaj na nią.',
} as const
