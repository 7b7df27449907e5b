import type { CodegenConfig } from "@graphql-codegen/cli"

/** Types of every operation of the console, checked against the graph that the gateway composed. */
const config: CodegenConfig = {
  schema: "../../services/gateway/dist/api.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/__generated__/**"],
  generates: {
    "src/__generated__/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        enumType: "const",
        enumsAsConst: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: "string", DateTime: "string" },
      },
    },
  },
  ignoreNoDocuments: true,
}

export default config
