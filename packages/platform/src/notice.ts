/** A kind of notification; its sentence stands in the app's messages under `notices.<name>`. */
export interface NoticeKind {
  /** `contracts.assigned` */
  readonly id: string
  /** The right a reader needs: without it the notice disappears. */
  readonly right: string
}
