import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { ChangeDocument } from "../agency-change/change-document.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent, Fact, Facts, LinkList } from "../facts/facts.tsx"
import { Panel } from "../shell/page.tsx"
import { agencyKindName, successionKindName } from "./agency-kind.ts"
import { AgencyState } from "./agency-state.tsx"

const AgencyFactsFragment = graphql(`
  fragment AgencyFacts on Agency {
    id
    code
    name
    shortName
    aliases
    kind
    validFrom
    validTo
    active
    note
    successions {
      id
      kind
      on
      basis
      change {
        id
        ...ChangeDocument
      }
      predecessor {
        id
        code
        name
      }
      successor {
        id
        code
        name
      }
    }
    groups {
      id
      code
      name
    }
    members(first: 100) {
      totalCount
      edges {
        node {
          id
          code
          name
        }
      }
    }
  }
`)

interface AgencyFactsProps {
  agency: FragmentType<typeof AgencyFactsFragment>
}

/** Who an agency is: kind, validity, other names, groups, what came before and after it. */
export function AgencyFacts({ agency: masked }: AgencyFactsProps) {
  const { t, i18n } = useLingui()
  const agency = readFragment(AgencyFactsFragment, masked)
  const { members } = agency
  return (
    <>
      <Panel title={t`Thông tin chung`}>
        <Facts>
          <Fact name={t`Loại`}>{i18n._(agencyKindName[agency.kind])}</Fact>
          <Fact name={t`Hiện nay`}>
            <AgencyState active={agency.active} />
            {agency.validFrom && (
              <>
                {" · "}
                {t`từ`} <PrintedDate date={agency.validFrom} />
              </>
            )}
            {agency.validTo && (
              <>
                {" · "}
                {t`đến hết`} <PrintedDate date={agency.validTo} />
              </>
            )}
          </Fact>
          {agency.shortName && (
            <Fact name={t`Tên viết tắt`}>
              <span lang="vi">{agency.shortName}</span>
            </Fact>
          )}
          {agency.aliases.length > 0 && (
            <Fact name={t`Cách viết khác trong Kế hoạch`}>
              <span lang="vi">{agency.aliases.join("; ")}</span>
            </Fact>
          )}
          <Fact name={t`Thuộc nhóm`}>
            {agency.groups.length === 0 ? (
              <Absent>{t`không thuộc nhóm nào`}</Absent>
            ) : (
              <LinkList>
                {agency.groups.map((group) => (
                  <li key={group.id}>
                    <AgencyLink agency={group} />
                  </li>
                ))}
              </LinkList>
            )}
          </Fact>
          {agency.note && (
            <Fact name={t`Ghi chú`}>
              <span lang="vi">{agency.note}</span>
            </Fact>
          )}
        </Facts>
      </Panel>
      {agency.successions.length > 0 && (
        <Panel title={t`Tổ chức lại`}>
          <Folded
            summary={t`${agency.successions.length} lần tổ chức lại`}
            open={agency.successions.length <= 8}
          >
            <LinkList>
              {agency.successions.map(({ id, kind, on, basis, change, predecessor, successor }) => (
                <li key={id}>
                  <PrintedDate date={on} />
                  <span>{i18n._(successionKindName[kind])}:</span>
                  <span>
                    <AgencyLink agency={predecessor} /> → <AgencyLink agency={successor} />
                  </span>
                  {change ? (
                    <ChangeDocument change={change} />
                  ) : (
                    basis && (
                      <Absent>
                        <span lang="vi">{basis}</span>
                      </Absent>
                    )
                  )}
                </li>
              ))}
            </LinkList>
          </Folded>
        </Panel>
      )}
      {members.totalCount > 0 && (
        <Panel title={t`Thành viên của nhóm hiện nay`}>
          <Folded summary={t`${members.totalCount} thành viên`} open={members.totalCount <= 12}>
            <LinkList>
              {members.edges.map(({ node }) => (
                <li key={node.id}>
                  <AgencyLink agency={node} />
                </li>
              ))}
            </LinkList>
            {members.totalCount > members.edges.length && (
              <Absent>{t`và ${members.totalCount - members.edges.length} thành viên khác`}</Absent>
            )}
          </Folded>
        </Panel>
      )}
    </>
  )
}

function AgencyLink({ agency }: { agency: { code: string; name: string } }) {
  return (
    <Link to="/co-quan/$code" params={{ code: agency.code }} lang="vi">
      {agency.name}
    </Link>
  )
}

/** A long list that opens on demand. */
function Folded({ summary, open, children }: { summary: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
