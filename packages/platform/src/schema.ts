/** Whatever can turn the unknown into an `I` or throw; zod's schemas fit. Taken instead of `z.ZodType<I>`, whose comparison costs the compiler seconds. */
export interface Schema<I> {
  parse(value: unknown): I
}
