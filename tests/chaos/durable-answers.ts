/** What a trace of the server says about the answers to its visitors. */
export type DurableAnswers = {
  /** Answers that told somebody that something was done. */
  answers: number
  /** Those that left while a part of the log was written and not yet synced. */
  unsynced: number
  /** Those before which, since the answer before, nothing was written and synced at all. */
  unwritten: number
  /** Calls to fsync and fdatasync of the log. */
  syncs: number
}

/** `pwrite64(21</tmp/x/portal.db-wal>, …) = 4096`; -yy shows the file behind the number. */
const WAL_WRITE = /\bpwrite64\(\d+<[^>]*-wal>.*= \d+$/
const WAL_SYNC = /\b(?:fsync|fdatasync)\(\d+<[^>]*-wal>\) += 0$/

/** A redirect to a page that says it is done. */
const DONE = /\b(?:write|writev|sendto|sendmsg)\(\d+<(?:TCP|socket).*HTTP\/1\.1 302 /
const DONE_WHERE =
  /[Ll]ocation: (\/nb\/passport\/book\/[\w-]{22}\/(?:contact|review|receipt)|\/nb\/appointments\/[\w-]{22})/

/**
 * Reads a trace (strace -f -yy) of a server whose visitors come one by one, so that each answer must follow its own
 * write. A call that another thread interrupts is printed in two halves; it counts where it ends.
 */
export function durableAnswers(trace: string): DurableAnswers {
  const found = { answers: 0, unsynced: 0, unwritten: 0, syncs: 0 }
  let isDirty = false
  let wasSynced = false
  for (const line of wholeCalls(trace)) {
    if (WAL_WRITE.test(line)) isDirty = true
    else if (WAL_SYNC.test(line)) {
      found.syncs += 1
      if (isDirty) wasSynced = true
      isDirty = false
    } else if (DONE.test(line) && DONE_WHERE.test(line)) {
      found.answers += 1
      if (isDirty) found.unsynced += 1
      else if (!wasSynced) found.unwritten += 1
      wasSynced = false
    }
  }
  return found
}

/** The calls in the order in which they ended. */
function* wholeCalls(trace: string): Generator<string> {
  const begun = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(call)
    if (unfinished) {
      begun.set(thread, unfinished[1] ?? '')
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)
    yield resumed ? (begun.get(thread) ?? '') + (resumed[1] ?? '') : call
  }
}
