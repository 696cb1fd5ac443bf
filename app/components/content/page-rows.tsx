import { Pause } from '#app/components/pause.tsx'

export type PageRow = {
  path: string
  title: string
  summary: string
  /** A word beside the title: "Kommer senere". */
  tag?: string | undefined
}

/** Pages to go to, each a whole row. */
export function PageRows({ rows }: { rows: readonly PageRow[] }) {
  return (
    <ul className="rows">
      {rows.map(({ path, title, summary, tag }) => (
        <li key={path}>
          <a className="row-link" href={path}>
            <span className="row-title">{title}</span>
            {tag ? (
              <>
                <Pause />
                <span className="row-tag">{tag}</span>
              </>
            ) : null}
            <Pause />
            <span className="row-summary">{summary}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
