import { useLocation } from "@tanstack/react-router"
import type { ReactNode } from "react"

/** Leads to the issuer and, once signed in, back to where one is now. */
export function SignInLink({ className, children }: { className?: string; children: ReactNode }) {
  const here = useLocation({ select: ({ pathname, searchStr }) => `${pathname}${searchStr}` })
  return (
    <a className={className} href={`/sign-in?returnTo=${encodeURIComponent(here)}`}>
      {children}
    </a>
  )
}
