import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { taskSearch } from "./task-search.ts"

export const taskRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu",
  validateSearch: taskSearch.known,
  component: lazyRouteComponent(() => import("./task-register.tsx"), "TaskRegister"),
})
