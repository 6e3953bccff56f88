export const en = { title: 'Platform' } as const
