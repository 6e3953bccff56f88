import { ascii, statement, type System, tableOptions } from '@crm/platform/server'
import type { Invoice, InvoiceEntry } from '../invoice.ts'

/** Invoices of every variant's contracts; they are reached through their contract only. */
export const invoiceTable = `create table if not exists contract_invoice (
  id int unsigned primary key auto_increment,
  kind varchar(60) ${ascii} not null,
  contract_id int unsigned not null,
  version int unsigned not null,
  number varchar(60) not null,
  seller varchar(200) not null,
  ksef_number char(35) ${ascii} null,
  issued_on date not null,
  due_on date not null,
  paid_on date null,
  net decimal(15,2) not null,
  vat decimal(15,2) not null,
  gross decimal(15,2) not null,
  currency varchar(40) ${ascii} not null,
  created_at datetime(3) not null,
  unique key once (kind, contract_id, number, seller), unique key ksef (kind, contract_id, ksef_number)
) ${tableOptions}`

/** The budgets of which an owner has been warned: each once, a greater one again. */
export const warningTable = `create table if not exists contract_limit_warning (
  kind varchar(60) ${ascii} not null,
  contract_id int unsigned not null,
  budget decimal(15,2) not null,
  warned_at datetime(3) not null,
  primary key (kind, contract_id, budget)
) ${tableOptions}`

const columns =
  "id, version, number, seller, ksef_number, date_format(issued_on, '%Y-%m-%d') as issued_on, date_format(due_on, '%Y-%m-%d') as due_on, date_format(paid_on, '%Y-%m-%d') as paid_on, net, vat, gross, currency"
const query = `select ${columns} from contract_invoice where kind = ? and contract_id = ? order by contract_invoice.issued_on desc, number`

const invoiceOf = ([id, version, number, seller, ksefNumber, issuedOn, dueOn, paidOn, net, vat, gross, currency]: readonly unknown[]): Invoice => ({
  id: Number(id),
  version: Number(version),
  number: String(number),
  seller: String(seller),
  ksefNumber: ksefNumber === null ? null : String(ksefNumber),
  issuedOn: String(issuedOn),
  dueOn: String(dueOn),
  paidOn: paidOn === null ? null : String(paidOn),
  net: String(net),
  vat: String(vat),
  gross: String(gross),
  currency: String(currency),
})

interface Of {
  readonly kind: string
  readonly contractId: number
}

/** The invoices of a contract, newest first. */
export const readInvoices = async (system: System, { kind, contractId }: Of): Promise<Invoice[]> => (await system.database.read.query(query, [kind, contractId])).map(invoiceOf)

/** The same inside the running transaction. */
export const invoicesNow = async ({ kind, contractId }: Of): Promise<Invoice[]> =>
  (await statement<Record<string, unknown>[]>(query, [kind, contractId])).map((row) => invoiceOf(Object.values(row)))

const stored = (invoice: InvoiceEntry) => ({
  number: invoice.number,
  seller: invoice.seller,
  ksef_number: invoice.ksefNumber,
  issued_on: invoice.issuedOn,
  due_on: invoice.dueOn,
  paid_on: invoice.paidOn,
  net: invoice.net,
  vat: invoice.vat,
  gross: invoice.gross,
  currency: invoice.currency,
})

export const insertInvoice = async ({ kind, contractId }: Of, invoice: InvoiceEntry, now: Date): Promise<number> =>
  (await statement('insert into contract_invoice set ?', [{ kind, contract_id: contractId, version: 1, created_at: now, ...stored(invoice) }])).insertId

export const replaceInvoice = (id: number, invoice: InvoiceEntry) => statement('update contract_invoice set ?, version = version + 1 where id = ?', [stored(invoice), id])

export const deleteInvoice = (id: number) => statement('delete from contract_invoice where id = ?', [id])

/** @returns whether this budget had not been warned of before */
export const markWarned = async ({ kind, contractId }: Of, { budget, now }: { budget: string; now: Date }): Promise<boolean> =>
  (await statement('insert ignore into contract_limit_warning (kind, contract_id, budget, warned_at) values (?,?,?,?)', [kind, contractId, budget, now])).affectedRows > 0
