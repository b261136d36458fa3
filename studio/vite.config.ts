import react from '@vitejs/plugin-react'
import {defineConfig} from 'vitest/config'
import {firstLoad} from './vite/firstLoad.ts'
import {problemTexts} from './vite/problemTexts.ts'
import {themeStyles} from './vite/themeStyles.ts'

// The service sets a strict content security policy: nothing inline, nothing from elsewhere. So no asset becomes a
// data: URL, and the theme's variables are a file (vite/themeStyles.ts) instead of Mantine's inline <style>.
export default defineConfig({
  base: '/studio/',
  plugins: [react(), themeStyles(), problemTexts(), firstLoad({atMostKiB: 300})],
  build: {
    // on the class path of the service
    outDir: 'target/classes/dev/penstock/studio',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    chunkSizeWarningLimit: 900,
  },
  server: {
    // npm run dev: against a service on its usual port
    proxy: {'/api': process.env.PENSTOCK_URL ?? 'http://127.0.0.1:8480'},
  },
  test: {
    projects: [
      {extends: true, test: {name: 'unit', include: ['test/unit/**/*.test.ts']}},
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 150_000,
        },
      },
    ],
  },
})
