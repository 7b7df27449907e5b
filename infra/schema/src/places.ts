const root = new URL("../../../", import.meta.url)

/** The graph as other teams may rely on it, and how the gateway was told to plan it. */
export const releasedFolder = new URL("schema/", root)

/** A folder for each registered system, with the operations that it sends. */
export const clientsFolder = new URL("schema/clients/", root)

/** What the gateway's build composed of the subgraphs as they now are. */
export const composedFolder = new URL("services/gateway/dist/", root)

export const consoleDocumentsFile = new URL("apps/console/src/__generated__/persisted-documents.json", root)

export const decisionsFolder = new URL("docs/decisions/", root)
