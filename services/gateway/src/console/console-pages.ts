import type { IncomingMessage, ServerResponse } from "node:http"
import { asksForPage, builtFiles, type FileHandler } from "../http/static-files.ts"

/** A path whose last part looks like a file's name, or that lies where only built files lie. */
const FILE_PATH = /^\/assets\/|\.[^/]*$/

/**
 * The built console: its files, and its start page for every address inside it that a browser navigates to.
 * @param folder the console's build
 */
export function consolePages(folder: string): FileHandler {
  const files = builtFiles(folder)
  return (request: IncomingMessage, response: ServerResponse) => {
    if (files(request, response)) return true
    const { pathname } = new URL(request.url ?? "/", "http://console")
    if (!asksForPage(request) || FILE_PATH.test(pathname)) return false
    return files(Object.assign(request, { url: "/", _parsedUrl: undefined }), response)
  }
}
