import { type z } from 'zod'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { aProblem, type ApiAnswer } from './api-answer.ts'

/** A question that the document shows, and a test asks. */
export type ApiExample = { summary: string; parameters: Readonly<Record<string, string>> }

type Definition<Parameters extends z.ZodObject, Answer extends z.ZodType> = {
  /** '/offices/{office}' */
  path: string
  operationId: string
  summary: string
  description: string
  /** For so many seconds an answer is kept, here and by whoever asked. */
  keptSeconds: number
  /** Of the path and behind the question mark; nothing else may be asked. */
  parameters: Parameters
  answer: Answer
  examples: readonly ApiExample[]
  read(portal: Portal, parameters: z.output<Parameters>): Promise<ApiAnswer<z.output<Answer>>>
}

/** Something that can be read from the open data. */
export type ApiResource = Omit<Definition<z.ZodObject, z.ZodType>, 'read'> & {
  /** Answers what was asked, as it was written; a wrong question gets a clear 400. */
  ask(portal: Portal, given: Readonly<Record<string, string>>): Promise<ApiAnswer<unknown>>
}

export function apiResource<Parameters extends z.ZodObject, Answer extends z.ZodType>({
  read,
  ...definition
}: Definition<Parameters, Answer>): ApiResource {
  return {
    ...definition,
    async ask(portal, given) {
      // Zod would read a number that is left empty as zero.
      const empty = Object.keys(given).filter((name) => given[name]?.trim() === '')
      if (empty.length > 0) return wrongQuestion(empty.map((name) => ({ name, problem: 'It is empty.' })))
      const asked = definition.parameters.safeParse(given)
      return asked.success ? read(portal, asked.data) : wrongQuestion(problemsIn(asked.error))
    },
  }
}

type ParameterProblem = { name: string; problem: string }

function problemsIn({ issues }: z.ZodError): ParameterProblem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ name, problem: 'There is no such parameter here.' }))
      : [{ name: issue.path.join('.'), problem: issue.message }],
  )
}

function wrongQuestion(parameters: ParameterProblem[]) {
  return aProblem('wrong-question', {
    ...{ status: 400, title: 'The question cannot be answered as it is written', parameters },
    detail: parameters.map(({ name, problem }) => `${name}: ${problem}`).join(' '),
  })
}
