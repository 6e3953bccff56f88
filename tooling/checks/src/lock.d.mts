export function lockProblems(path: string): Promise<string[]>
