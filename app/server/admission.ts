import type { NextFunction, Request, Response } from 'express'
import { refuse } from './refuse.ts'

/** Long enough for a rush to pass, short enough to wait for. */
const RETRY_AFTER_SECONDS = 10

/** So much work is begun before the door is looked at again: enough to share a commit, soon done. */
const BEGUN_PER_LOOK = 16

/** So many new connections are looked at in a rush before more work is begun: several for each that is answered. */
const LONGEST_LOOK_TURNS = 96

/**
 * Lets `most` requests be inside at once and turns the others away at the door: who is let in is answered soon, and no
 * work is done for visitors who have given up. A form counts from when it has arrived, so that many that drip in slowly
 * keep nobody out.
 *
 * Node takes in one new connection per turn of its event loop (libuv 1.52, measured). Were each request worked on at
 * once, the others would wait where they can be neither seen nor turned away; so those who are let in wait until a turn
 * brings nobody new. `sawConnection` is to be called for each new connection of the server.
 */
export function createAdmission({ most }: { most: number }) {
  let inside = 0
  let somebodyCame = false
  let turns = 0
  const waiting: { begin: () => void; response: Response }[] = []

  function lookAtTheDoor(): void {
    turns += 1
    const isRush = somebodyCame && turns < LONGEST_LOOK_TURNS
    somebodyCame = false
    if (!isRush) beginWork()
    if (waiting.length > 0) setImmediate(lookAtTheDoor)
  }

  function beginWork(): void {
    for (const { begin, response } of waiting.splice(0, BEGUN_PER_LOOK)) if (!response.closed) begin()
    turns = 0
  }

  return {
    sawConnection(): void {
      somebodyCame = true
    },
    admit(request: Request, response: Response, next: NextFunction): void {
      somebodyCame = true
      if (inside >= most) return turnAway(request, response)
      countWhileInside(request, response, (change) => (inside += change))
      if (waiting.push({ begin: next, response }) === 1) setImmediate(lookAtTheDoor)
    },
  }
}

/** Counts a request from when it has arrived in full until it is answered or its visitor has gone. */
function countWhileInside(request: Request, response: Response, count: (change: 1 | -1) => void): void {
  let isInside = false
  const enter = () => {
    if (isInside || response.writableEnded || response.closed) return
    isInside = true
    count(1)
  }
  const leave = () => {
    if (isInside) count(-1)
    isInside = false
  }
  if (request.method === 'GET' || request.method === 'HEAD') enter()
  else request.once('end', enter)
  response.once('finish', leave)
  response.once('close', leave)
}

/** Says so with as little work as there can be: in a rush these are most answers. */
function turnAway(request: Request, response: Response): void {
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) }
  refuse(request, response, { status: 503, page: 'busy', reason: 'busy', headers })
}
