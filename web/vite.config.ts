/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The server puts a fresh nonce in place of this word in every page it sends (crates/server/src/web.rs).
const NONCE = '__CSP_NONCE__'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  html: { cspNonce: NONCE },
  build: {
    outDir: 'dist/console',
    emptyOutDir: true,
    // Government desktops run Chromium 86 to 93; below 87 a page says so (public/check.js).
    target: 'chrome87',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1000,
  },
  // The console speaks to a server that runs beside it: `jifen serve --demo`, then `npm run dev`.
  // The server compares where a page comes from with what it was asked as: the proxy leaves that alone.
  server: { proxy: { '/api': { target: process.env.JIFEN_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
})
