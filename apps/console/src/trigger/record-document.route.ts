import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { recordDocumentSearch } from "./record-document-search.ts"

export const recordDocumentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/$id/ghi-nhan",
  validateSearch: recordDocumentSearch.known,
  component: lazyRouteComponent(() => import("./record-document.tsx"), "RecordDocument"),
})
