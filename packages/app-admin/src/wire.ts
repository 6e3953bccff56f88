export interface PersonLine {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly department: string | null
  readonly position: string | null
  readonly supervisor: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly isActive: boolean
  readonly rightCount: number
}
