import { STATUS_NAMES } from "../open-data/codes.ts"
import type { PublishedResult, PublishedTask, PublishedTasks } from "../publication/published-content.ts"
import { addressOfPage, inLanguage } from "./addresses.ts"
import { LANGUAGE_TAG } from "./language.ts"
import { PublicationHeading } from "./publication-heading.tsx"
import type { PublicationView } from "./view.ts"
import type { Speech } from "./words.ts"

/** Every task that was published, below the sections of the plan. */
export function TaskPage({ view, tasks }: { view: PublicationView; tasks: PublishedTasks }) {
  const { said, place } = view
  const { words, language, number } = said
  return (
    <>
      <p>
        <a href={inLanguage(addressOfPage(place), language)} lang="vi">
          {view.content.round.name}
        </a>
      </p>
      <PublicationHeading view={view} title={words.tasks} />
      <p>
        {words.tasksSentence(number(tasks.rows.length))}{" "}
        {tasks.withheld > 0 && words.tasksWithheld(number(tasks.withheld))}
      </p>
      {[
        ...Map.groupBy(tasks.rows, ({ planNumber, sectionNumeral }) => `${planNumber} ${sectionNumeral}`),
      ].map(([key, ofSection]) => (
        <section key={key}>
          <h2 lang="vi">
            {ofSection[0]?.sectionNumeral}. {ofSection[0]?.sectionTitle}
          </h2>
          <ul className="tasks">
            {ofSection.map((task) => (
              <Task key={task.code} task={task} said={said} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Task({ task, said }: { task: PublishedTask; said: Speech }) {
  const { words, language } = said
  return (
    <li id={`nhiem-vu-${task.code}`} data-task={task.code}>
      <h3 lang="vi">
        {task.code}. {task.title}
      </h3>
      <dl>
        <div>
          <dt>{words.status}</dt>
          <dd>
            <strong className={`status-${task.status}`}>
              {STATUS_NAMES[task.status][LANGUAGE_TAG[language]]}
            </strong>
          </dd>
        </div>
        <Cell name={words.lead} text={task.leadText} />
        <Cell name={words.deadline} text={task.deadlineText} />
        <Cell name={words.expectedResult} text={task.expectedResult} />
        {task.results.length > 0 && (
          <div>
            <dt>{words.results}</dt>
            {task.results.map((result) => (
              <dd key={result.agency} lang="vi">
                {result.agency}: {resultInWords(result, said)}
              </dd>
            ))}
          </div>
        )}
      </dl>
    </li>
  )
}

/** A cell as the plan prints it; nothing where it is empty. */
function Cell({ name, text }: { name: string; text: string | null }) {
  if (text === null || text.trim() === "") return null
  return (
    <div>
      <dt>{name}</dt>
      <dd lang="vi">{text}</dd>
    </div>
  )
}

function resultInWords({ progress, document, percentage }: PublishedResult, { number }: Speech): string {
  return [progress, document, percentage === null ? null : `${number(percentage)}%`]
    .filter((each) => each !== null && each.trim() !== "")
    .join("; ")
}
