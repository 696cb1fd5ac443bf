import type { ApiResource } from './api-resource.ts'

/** The catalogue of services, from the same texts as its pages. */
export const SERVICE_RESOURCES: readonly ApiResource[] = []
