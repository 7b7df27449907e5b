import { useLingui } from "@lingui/react/macro"
import { Button, Popover } from "@mantine/core"
import { useId, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { forgetDrafts } from "../form/draft.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { roleName } from "./role-name.ts"
import { type Person, signOut, useSession } from "./session.ts"
import styles from "./session-menu.module.css"
import { SignInLink } from "./sign-in-link.tsx"

/** Who is signed in and the way out, or the way in. */
export function SessionMenu() {
  const { t } = useLingui()
  const { state, person, signInAvailable } = useSession()
  if (state === "SIGNED_IN" && person) return <PersonMenu person={person} />
  if (state === "UNKNOWN" || !signInAvailable) return null
  return <SignInLink className={styles.signIn}>{t`Đăng nhập`}</SignInLink>
}

function PersonMenu({ person }: { person: Person }) {
  const { t, i18n } = useLingui()
  const button = useId()
  const role = person.role ? i18n._(roleName[person.role]) : t`Chưa được phân công vai trò`
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md" width={288} withinPortal>
      <Popover.Target>
        <button
          id={button}
          type="button"
          className={styles.person}
          aria-label={t`Tài khoản: ${person.name}`}
          title={person.name}
        >
          <svg
            viewBox="0 0 20 20"
            width="18"
            height="18"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.800"
            aria-hidden="true"
          >
            <circle cx="10" cy="6.500" r="3.500" />
            <path d="M3 17.500c0-4 3-6 7-6s7 2 7 6" />
          </svg>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={button}>
        <div className={styles.menu}>
          <p className={styles.who}>{person.name}</p>
          <p>{role}</p>
          {person.agencyId && <AgencyOfPerson id={person.agencyId} />}
          <SignOutButton person={person} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

const AgencyOfPersonDocument = graphql(`
  query AgencyOfPerson($id: ID!) {
    agency(id: $id) {
      id
      name
    }
  }
`)

function AgencyOfPerson({ id }: { id: string }) {
  const { data } = useGraph(AgencyOfPersonDocument, { id })
  return <p lang="vi">{data?.agency?.name}</p>
}

function SignOutButton({ person }: { person: Person }) {
  const { t } = useLingui()
  const [state, setState] = useState<"READY" | "RUNNING" | "FAILED">("READY")
  async function leave() {
    setState("RUNNING")
    try {
      const next = await signOut()
      forgetDrafts(person.id)
      window.location.assign(next)
    } catch {
      setState("FAILED")
    }
  }
  return (
    <>
      {state === "FAILED" && (
        <p role="alert">{t`Chưa đăng xuất được: máy chủ không trả lời. Hãy thử lại trước khi rời máy.`}</p>
      )}
      <Button variant="default" loading={state === "RUNNING"} onClick={() => void leave()}>
        {t`Đăng xuất`}
      </Button>
    </>
  )
}
