import type { AnyRegister } from '../../index.ts'

type Load = (id: number) => Promise<unknown>

const loaders = new WeakMap<AnyRegister, Load>()

/**
 * What a register's computed fields follow from that does not stand in its row: annexes, invoices. Asked inside the transaction of
 * every change of a record, and handed to the register's own `derive` as `beside`.
 */
export const deriveWith = (register: AnyRegister, load: Load): void => void loaders.set(register, load)

export const besideOf = async (register: AnyRegister, id: number): Promise<unknown> => loaders.get(register)?.(id)
