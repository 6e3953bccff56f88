import type { AnyProcedure, AnyRouter } from '@trpc/server'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Demand } from './procedure.ts'
import type { ServerApp } from './server-app.ts'

export interface ProcedureLine {
  /** `contracts.trade.list` */
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly right: string | null
  /** Why it needs none. */
  readonly open: string | null
  /** JSON Schema of what it takes. */
  readonly input: unknown
}

export interface RouteLine {
  readonly method: string
  readonly path: string
  readonly right: string | null
}

/** Every procedure of the apps with the demand that stands in it, not beside it. */
export function proceduresOf(apps: readonly ServerApp[]): ProcedureLine[] {
  return apps.flatMap(({ app, router }) => Object.entries(flatten(router)).map(([path, procedure]) => lineOf(`${app.id}.${path}`, procedure)))
}

// What initTRPC keeps under _def is its documented extension point for tools; its type there is wider than what we put in.
const flatten = (router: AnyRouter): Record<string, AnyProcedure> => router._def.procedures as Record<string, AnyProcedure>

function lineOf(path: string, procedure: AnyProcedure): ProcedureLine {
  const definition = procedure._def as unknown as { type: ProcedureLine['type']; meta?: Demand; inputs?: readonly unknown[] } // as above
  const demand = definition.meta
  return {
    path,
    type: definition.type,
    right: demand && 'right' in demand ? demand.right.id : null,
    open: demand && 'open' in demand ? demand.open : null,
    input: (definition.inputs ?? []).map(schemaOf),
  }
}

const schemaOf = (schema: unknown): unknown => (schema instanceof z.ZodType ? z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) : null)

const routes = new WeakMap<FastifyInstance, RouteLine[]>()

/** Keep a list of the routes as they are added. */
export function recordRoutes(http: FastifyInstance): void {
  const lines: RouteLine[] = []
  routes.set(http, lines)
  http.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) lines.push({ method, path: route.url, right: route.config?.right?.id ?? null })
  })
}

export const routesOf = (http: FastifyInstance): readonly RouteLine[] => routes.get(http) ?? []
