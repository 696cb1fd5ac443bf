import { readFileSync } from 'node:fs'

type Ring = [number, number][]

/** GeoJSON, longitude first. */
export type CountyOutlines = {
  features: {
    geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
  }[]
}

/**
 * The coast and the counties, for drawing only (© Kartverket, CC BY 4.0). They are pictures rather than facts that
 * anybody corrects, so they stay in the file that the import checked.
 */
export function countyOutlines(): CountyOutlines {
  return JSON.parse(readFileSync(new URL('../seed/data/county-outlines.geojson', import.meta.url), 'utf8'))
}
