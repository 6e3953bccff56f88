export const programs: Readonly<Record<'host' | 'worker', readonly string[]>>
