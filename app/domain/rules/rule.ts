/** How sure a fact is; what is not documented is shown as such. */
export type Confidence = 'documented' | 'unverified' | 'unknown' | 'demonstration' | 'high' | 'medium' | 'low'
