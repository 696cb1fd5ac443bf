import { makeTemplate, startPostgres, type TestPostgres } from './postgres.ts'

// For `node --test --test-global-setup`: one server for all the test files of a run, each of which is a process.
let server: TestPostgres | undefined

export async function globalSetup(): Promise<void> {
  server = await startPostgres()
  process.env.TEST_POSTGRES_TEMPLATE = await makeTemplate(server)
  process.env.TEST_POSTGRES_URL = server.url('postgres')
}

export async function globalTeardown(): Promise<void> {
  await server?.stop()
}
