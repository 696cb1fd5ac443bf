/** A row of docs/asvs.md. */
export type AsvsRow = {
  id: string
  /** Whether the id is in bold: security.md wants a test for it. */
  isNamed: boolean
  level: number
  applies: string
  where: string
  /** The cell as it is, and what it names. */
  test: string
  tests: { file: string; name: string }[]
}

type Disk = { exists: (file: string) => boolean; read: (file: string) => string }

const APPLIES = [/^yes$/, /^partly$/, /^operator: .+/, /^later: part \d.*/, /^no: .+/]

/** What stands in backticks and looks like a file of this repository. */
const FILE = /`([\w.-]+(?:\/[\w.-]+)+\.\w+|[\w-]+\.(?:ts|js|json|md))`/g

export function readRows(document: string): AsvsRow[] {
  return document.split('\n').flatMap((line) => {
    const [, id = '', level = '', , applies = '', where = '', test = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const number = /^(\*\*)?(\d+\.\d+\.\d+)(\*\*)?$/.exec(id)
    if (!number) return []
    const tests = [...test.matchAll(/`(tests\/[^`]+)`: ([^`]+?)(?= · `|$)/g)].map(
      ([, file = '', name = '']) => ({ file, name }),
    )
    return [
      {
        ...{ id: number[2] ?? '', isNamed: number[1] !== undefined, level: Number(level) },
        ...{ applies, where, test, tests },
      },
    ]
  })
}

/** What is wrong with the rows, in words; nothing when all of it is there. */
export function brokenRows(rows: readonly AsvsRow[], disk: Disk): string[] {
  return rows.flatMap((row) => whatIsWrong(row, disk).map((wrong) => `${row.id}: ${wrong}`))
}

function whatIsWrong({ applies, where, test, tests }: AsvsRow, disk: Disk): string[] {
  const wrong: string[] = []
  if (!APPLIES.some((form) => form.test(applies))) wrong.push(`"${applies}" says not whether it applies`)
  if (applies === 'yes' && where === '–') wrong.push('nobody says where')
  for (const [, file = ''] of `${applies} ${where}`.matchAll(FILE)) {
    if (!disk.exists(file)) wrong.push(`there is no ${file}`)
  }
  if (test !== '–' && tests.length !== test.split(' · `').length) wrong.push(`"${test}" names no test`)
  for (const { file, name } of tests) {
    if (!disk.exists(file)) wrong.push(`there is no ${file}`)
    else if (!hasTest(disk.read(file), name)) wrong.push(`${file} has no test "${name}"`)
  }
  return wrong
}

/** A name begins where a test is made, or in the table from which tests are made. */
function hasTest(source: string, name: string): boolean {
  const text = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("'", String.raw`\\?'`)
  return new RegExp(`(\\btest\\(|\\[|^)\\s*['"\`]${text}`, 'm').test(source)
}
