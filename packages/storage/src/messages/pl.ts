export const pl = {
  title: 'Pliki',
} as const
