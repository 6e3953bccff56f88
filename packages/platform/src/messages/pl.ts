export const pl = { title: 'Platforma' } as const
