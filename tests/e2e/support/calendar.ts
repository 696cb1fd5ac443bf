/** The properties of the one event of a calendar file (RFC 5545), without their parameters. */
export function readCalendar(text: string): Partial<Record<string, string>> {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  const events = lines.filter((line) => line === 'BEGIN:VEVENT').length
  if (lines[0] !== 'BEGIN:VCALENDAR' || events !== 1) throw new Error(`not a calendar of one event:\n${text}`)
  const inside = lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'))
  return Object.fromEntries(
    inside.map((line) => {
      const [name = '', ...value] = line.split(':')
      return [name.split(';')[0], value.join(':').replace(/\\([,;\\])/g, '$1')]
    }),
  )
}
