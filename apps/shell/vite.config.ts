import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const host = process.env.CRM_HOST ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [solid()],
  css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['import'] } } },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, reportCompressedSize: true },
  server: { proxy: Object.fromEntries(['/trpc', '/files', '/events'].map((path) => [path, { target: host, changeOrigin: false }])) },
})
