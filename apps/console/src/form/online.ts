import { useSyncExternalStore } from "react"

function watch(listener: () => void): () => void {
  addEventListener("online", listener)
  addEventListener("offline", listener)
  return () => {
    removeEventListener("online", listener)
    removeEventListener("offline", listener)
  }
}

/** Whether the browser has any network; that it has one does not mean that the graph is reached. */
export function useOnline(): boolean {
  return useSyncExternalStore(watch, () => navigator.onLine)
}
