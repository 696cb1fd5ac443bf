// A reporter for `node --test`: one line of JSON with the counts of the whole run, for tests/run.js.

/** @param {AsyncIterable<{ type: string, data: { file?: string, counts?: Record<string, number> } }>} events */
export default async function* summary(events) {
  for await (const { type, data } of events) {
    // Each file has a summary too; the one of the whole run names no file.
    if (type === 'test:summary' && data.file === undefined) yield `${JSON.stringify(data.counts)}\n`
  }
}
