import assert from 'node:assert/strict'
import test from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { exampleAddress } from '#app/routes/api/example-address.ts'
import { openDataRoutes } from '#app/routes/api/open-data.ts'
import { openApiDocument } from '#app/routes/api/openapi.ts'
import { RESOURCES } from '#app/routes/api/resources.ts'

test('the document is valid by the schema of OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(openApiDocument())))
  assert.deepEqual({ valid, errors }, { valid: true, errors: undefined })
  assert.equal(validator.version, '3.1')
})

test('a document with a mistake in it is not valid', async () => {
  const { paths: _paths, ...rest } = openApiDocument()
  const broken = JSON.parse(JSON.stringify({ ...rest, paths: { '/offices': { get: { responses: 7 } } } }))
  assert.equal((await new Validator().validate(broken)).valid, false)
})

test('every resource has its own name, an example whose parameters it takes, and an address in the log', () => {
  assert.equal(new Set(RESOURCES.map(({ operationId }) => operationId)).size, RESOURCES.length)
  for (const { path, parameters, examples } of RESOURCES) {
    assert.ok(examples.length > 0, path)
    for (const example of examples) assert.ok(parameters.safeParse(example.parameters).success, path)
  }
  const addresses = openDataRoutes().map(({ path }) => path)
  assert.ok(addresses.includes('/api/v1/offices/:office/opening-hours'))
})

test('the address of an example has what belongs in the path there', () => {
  const parameters = { office: 'oslo-baerum', days: '3' }
  assert.equal(
    exampleAddress('/api/v1', '/offices/{office}/opening-hours', { parameters }),
    '/api/v1/offices/oslo-baerum/opening-hours?days=3',
  )
})
