import type { OutgoingLetter } from './outgoing.ts'

const MILLIMETRE = 72 / 25.4
const MARGIN = 25 * MILLIMETRE

/** The window of a C5 envelope shows this corner of a folded A4 sheet. */
const WINDOW = { left: 20 * MILLIMETRE, top: 45 * MILLIMETRE, width: 85 * MILLIMETRE }
const TEXT_TOP = 95 * MILLIMETRE

/** Letters of Norwegian names that the fonts of every PDF reader do not have. */
const PLAIN: Record<string, string> = { Đ: 'D', đ: 'd', Ŋ: 'N', ŋ: 'n', Ŧ: 'T', ŧ: 't' }

/** A letter on one sheet, ready for printing. */
export async function letterFile({ to, subject, text }: OutgoingLetter): Promise<Buffer> {
  // Loaded when the first letter is written: it takes a while, and few get letters.
  const { default: PDFDocument } = await import('pdfkit')
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'no',
    info: { Title: subject },
  })
  const whole = collected(document)
  document.font('Helvetica').fontSize(11)
  document.text(printable(to.join('\n')), WINDOW.left, WINDOW.top, { width: WINDOW.width })
  document.font('Helvetica-Bold').fontSize(14).text(printable(subject), MARGIN, TEXT_TOP)
  document.font('Helvetica').fontSize(11).moveDown().text(printable(text), { lineGap: 3 })
  document.end()
  return whole
}

async function collected(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Letters that the font lacks lose their mark: "Ŧ" becomes "T". (The font has those of Western Europe.) */
function printable(text: string): string {
  return text.replaceAll(/[^\n\x20-\xffšžŠŽŒœ–—‘’“”•…€]/gu, (letter) => {
    return (
      PLAIN[letter] ??
      letter
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .replaceAll(/[^\x20-\xff]/gu, '?')
    )
  })
}
