import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { ownCertificate } from './certificate.ts'
import { readCommands } from './lines.ts'
import { keep, type Kept, type Posted } from './posted.ts'

/** What the stand-in does next; `null` is a right answer. `cut` breaks the connection in the middle of a file. */
export type ImapMood = null | 'silent' | 'bye' | 'unavailable' | 'cut' | 'no-new-folders'

interface Lying extends Kept {
  uid: number
  isSeen: boolean
}

/** Given to no other folder, whichever stand-in has it. */
let lastValidity = 0

/**
 * A mail server's IMAP as documented: sign-in, folders with UIDVALIDITY, SEARCH, FETCH by section and range, STORE, MOVE, and the errors of each.
 *
 * @see RFC 9051
 */
export interface ImapServer {
  readonly port: number
  post(letter: Posted): void
  set(mood: ImapMood): void
  /** Subjects by folder; those read have a tick before them. */
  folders(): Record<string, string[]>
  /** As after a restore from backup: the letters of the first folder get new numbers, and the folder a new validity. */
  renumber(): void
  /** How often somebody tried to sign in. */
  signIns(): number
  close(): Promise<void>
}

/** @param isSecure by TLS, with a certificate that nobody trusts */
export async function openImap({ user, password, isSecure = false }: { user: string; password: string; isSecure?: boolean }): Promise<ImapServer> {
  const folders = new Map<string, Lying[]>([['INBOX', []]])
  const open = new Set<Socket>()
  lastValidity += 1
  let [mood, validity, nextUid, signIns] = [null as ImapMood, lastValidity, 1, 0]

  const server = isSecure ? createTlsServer(ownCertificate) : createServer()
  server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    if (mood === 'silent') return
    if (mood === 'bye') return void socket.end('* BYE too many connections\r\n')
    converse(socket)
  })

  function converse(socket: Socket): void {
    let selected: Lying[] = []
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('* OK [CAPABILITY IMAP4rev1 MOVE UIDPLUS] the stand-in is ready')
    readCommands(socket, ([tag = '', ...rest]) => {
      const isByUid = rest[0]?.toUpperCase() === 'UID'
      const [verb = '', ...words] = isByUid ? rest.slice(1) : rest
      const done = (status = 'OK', text = 'done') => say(`${tag} ${status} ${text}`)
      switch (verb.toUpperCase()) {
        case 'CAPABILITY':
          say('* CAPABILITY IMAP4rev1 MOVE UIDPLUS')
          return done()
        case 'LOGIN':
          signIns += 1
          if (mood === 'unavailable') return done('NO', '[UNAVAILABLE] try later')
          return words[0] === user && words[1] === password ? done() : done('NO', '[AUTHENTICATIONFAILED] wrong')
        case 'LIST':
        case 'LSUB':
          for (const name of folders.keys()) if (words[1] === '*' || words[1] === name) say(`* ${verb.toUpperCase()} () "/" "${name}"`)
          return done()
        case 'SELECT': {
          const found = folders.get(words[0] ?? '')
          if (!found) return done('NO', '[NONEXISTENT] no such folder')
          selected = found
          say(`* ${found.length} EXISTS`)
          say(`* OK [UIDVALIDITY ${validity}] as before`)
          say(`* OK [UIDNEXT ${nextUid}] next`)
          return done('OK', '[READ-WRITE] selected')
        }
        case 'SEARCH':
          say(`* SEARCH ${selected.map(({ uid }) => uid).join(' ')}`)
          return done()
        case 'FETCH':
          for (const letter of chosen(selected, words[0])) {
            const items = answer(letter, words.slice(1).join(' '))
            const whole = Buffer.concat([Buffer.from(`* ${selected.indexOf(letter) + 1} FETCH (`), ...items, Buffer.from(')\r\n')])
            if (mood === 'cut' && whole.length > 1_000) {
              socket.write(whole.subarray(0, whole.length / 2), () => socket.destroy())
              return
            }
            socket.write(whole)
          }
          return done()
        case 'CREATE':
          if (folders.has(words[0] ?? '')) return done('NO', '[ALREADYEXISTS] is there')
          if (mood === 'no-new-folders') return done('NO', '[NOPERM] not allowed')
          folders.set(words[0] ?? '', [])
          return done()
        case 'STORE':
          for (const letter of chosen(selected, words[0])) letter.isSeen = true
          return done()
        case 'MOVE': {
          const to = folders.get(words[1] ?? '')
          if (!to) return done('NO', '[TRYCREATE] no such folder')
          for (const letter of chosen(selected, words[0])) {
            say(`* ${selected.indexOf(letter) + 1} EXPUNGE`)
            selected.splice(selected.indexOf(letter), 1)
            to.push({ ...letter, uid: nextUid++ })
          }
          return done()
        }
        case 'LOGOUT':
          say('* BYE until next time')
          done()
          return void socket.end()
        default:
          return done(['NOOP', 'SUBSCRIBE', 'CLOSE'].includes(verb.toUpperCase()) ? 'OK' : 'BAD', verb)
      }
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port, // listening on TCP
    post: (letter) => void folders.get('INBOX')?.push({ ...keep(letter), uid: nextUid++, isSeen: false }),
    set(next) {
      mood = next
    },
    folders: () => Object.fromEntries([...folders].map(([name, letters]) => [name, letters.map(({ subject, isSeen }) => `${isSeen ? '✓ ' : ''}${subject}`)])),
    renumber() {
      lastValidity += 1
      validity = lastValidity
      for (const letter of folders.get('INBOX') ?? []) letter.uid = nextUid++
    },
    signIns: () => signIns,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Of a set such as `1:3,7`. */
const chosen = (letters: readonly Lying[], set = ''): Lying[] =>
  letters.filter(({ uid }) =>
    set.split(',').some((range) => {
      const [from = 0, to = from] = range.split(':').map(Number)
      return uid >= from && uid <= to
    }),
  )

/** What was asked of a letter, between one pair of brackets. */
function answer(letter: Lying, asked: string): Buffer[] {
  const items: Buffer[] = [Buffer.from(`UID ${letter.uid}`)]
  if (/RFC822\.SIZE/i.test(asked)) items.push(Buffer.from(` RFC822.SIZE ${letter.size}`))
  if (/ENVELOPE/i.test(asked)) items.push(Buffer.from(` ENVELOPE ${letter.envelope}`))
  if (/BODYSTRUCTURE/i.test(asked)) items.push(Buffer.from(` BODYSTRUCTURE ${letter.structure}`))
  for (const [, section = '', from, count] of asked.matchAll(/BODY\.PEEK\[([\d.]+(?:\.MIME)?)\](?:<(\d+)\.(\d+)>)?/gi)) {
    const whole = letter.sections.get(section.toUpperCase()) ?? Buffer.alloc(0)
    const start = Number(from ?? 0)
    const piece = from === undefined ? whole : whole.subarray(start, start + Number(count))
    items.push(Buffer.from(` BODY[${section}]${from === undefined ? '' : `<${start}>`} {${piece.length}}\r\n`), piece)
  }
  return items
}
