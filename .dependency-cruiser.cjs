// The law of doors and layers; each rule is shown to fail on a planted breach in tooling/checks/src/law.test.ts.
const layers = ['widgets', 'platform', 'storage', 'register', 'directory', 'app-[^/]+', 'catalog']
const below = (at) => `^packages/(${layers.slice(at + 1).join('|')})/`

module.exports = {
  forbidden: [
    {
      name: 'root-door-is-pure',
      severity: 'error',
      comment: 'what stands in src/ itself runs anywhere: no server, no ui, no Node, no library of either side',
      from: { path: '^packages/[^/]+/src/([^/]+|messages/[^/]+)[.]ts$', pathNot: '[.]test[.]ts$|^packages/catalog/src/(server|ui)[.]ts$' },
      to: { path: '^packages/[^/]+/src/(server|ui)/|^packages/catalog/src/(server|ui)[.]ts$|node_modules/(sequelize|pg-boss|pg|fastify|@fastify|solid-js|@solidjs|mysql2|@trpc)/' },
    },
    {
      name: 'no-node-outside-server',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/([^/]+|ui/.+|messages/.+)[.]tsx?$', pathNot: '[.]test[.]ts$|^packages/catalog/src/server[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-types-cross-from-server-to-ui',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/ui/|^packages/catalog/src/ui[.]ts$|^apps/shell/' },
      to: { path: '^packages/[^/]+/src/server/|^packages/catalog/src/server[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-never-sees-ui',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/server/|^packages/catalog/src/server[.]ts$|^apps/(host|worker)/' },
      to: { path: '^packages/[^/]+/src/ui/|^packages/catalog/src/ui[.]ts$|node_modules/(solid-js|@solidjs)/' },
    },
    { name: 'apps-do-not-know-each-other', severity: 'error', from: { path: '^packages/(app-[^/]+)/' }, to: { path: '^packages/app-[^/]+/', pathNot: '^packages/$1/' } },
    ...layers.slice(0, -1).map((layer, at) => ({
      name: `layers-never-look-up-from-${layer.replace('[^/]+', 'x')}`,
      severity: 'error',
      from: { path: `^packages/${layer}/`, pathNot: '[.]test[.]ts$' },
      to: { path: below(at), pathNot: layer.startsWith('app-') ? '^packages/app-' : '^$' },
    })),
    {
      name: 'only-the-catalog-lists-apps',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: '^packages/(catalog|app-[^/]+)/|[.]test[.]ts$' },
      to: { path: '^packages/app-' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|apps|tooling)/.+[.]d[.]ts$|^apps/shell/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tooling/typescript/ui.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
