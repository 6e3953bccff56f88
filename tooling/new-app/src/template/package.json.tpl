{
  "name": "@crm/app-__name__",
  "private": true,
  "type": "module",
  "exports": {
    ".": "./src/index.ts",
    "./server": "./src/server/index.ts",
    "./ui": "./src/ui/index.tsx"
  },
  "dependencies": {
    "@crm/directory": "*",
    "@crm/platform": "*",
    "@crm/register": "*",
    "solid-js": "1.9.19"
  },
  "devDependencies": {
    "@crm/storage": "*",
    "@crm/testing": "*"
  },
  "sideEffects": false
}
