import { env } from "node:process"
import { lingui } from "@lingui/vite-plugin"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"
import { precompress } from "./build/precompress.ts"
import { themeStylesheet } from "./build/theme-stylesheet.ts"

const gateway = env.GATEWAY_URL ?? "http://127.0.0.1:4000"

export default defineConfig({
  plugins: [
    react(),
    lingui({ macroTransform: true, failOnMissing: true, failOnCompileError: true }),
    themeStylesheet(),
    precompress(),
  ],
  // Browsers that know light-dark() and nested styles: two years old and younger
  build: { target: ["chrome123", "edge123", "firefox121", "safari17.5"], sourcemap: true },
  server: {
    // The gateway must see by which name a browser came: its cookies belong to that
    proxy: {
      "^/(graphql|files|health|ready|session|sign-in|sign-out|oauth|\\.well-known)(/|\\?|$)": {
        target: gateway,
        changeOrigin: false,
      },
    },
  },
})
