import { describe, expect, it } from 'vitest'
import { filesOf, isKnownSender } from './letter.ts'

describe('the files of a letter', () => {
  const text = { part: '1', type: 'text/plain' }
  it.each([
    [
      'one between texts',
      { type: 'multipart/mixed', childNodes: [text, { part: '2', type: 'application/pdf', disposition: 'attachment', dispositionParameters: { filename: 'umowa żółta.pdf' } }] },
      ['2 umowa żółta.pdf'],
      false,
    ],
    ['the letter itself', { type: 'application/pdf', parameters: { name: 'scan.pdf' } }, ['1 scan.pdf'], false],
    [
      'known by its name alone',
      { type: 'multipart/mixed', childNodes: [{ part: '1', type: 'application/octet-stream', disposition: 'attachment', dispositionParameters: { filename: 'SCAN0001.PDF' } }] },
      ['1 SCAN0001.PDF'],
      false,
    ],
    [
      'without a name',
      {
        type: 'multipart/mixed',
        childNodes: [
          { part: '1', type: 'application/pdf' },
          { part: '2', type: 'application/pdf' },
        ],
      },
      ['1 skan 1.pdf', '2 skan 2.pdf'],
      false,
    ],
    [
      'with a name that is a path',
      { type: 'multipart/mixed', childNodes: [{ part: '1', type: 'application/pdf', parameters: { name: '../../etc/a\u0000b.pdf' } }] },
      ['1 ab.pdf'],
      false,
    ],
    [
      'in a forwarded letter',
      {
        type: 'multipart/mixed',
        childNodes: [
          text,
          { part: '2', type: 'message/rfc822', childNodes: [{ type: 'multipart/mixed', childNodes: [{ part: '2.2', type: 'application/pdf', parameters: { name: 'a.pdf' } }] }] },
        ],
      },
      ['2.2 a.pdf'],
      false,
    ],
    [
      'of another kind',
      { type: 'multipart/mixed', childNodes: [text, { part: '2', type: 'application/msword', disposition: 'attachment', dispositionParameters: { filename: 'a.doc' } }] },
      [],
      true,
    ],
    [
      'of a picture',
      { type: 'multipart/mixed', childNodes: [text, { part: '2', type: 'image/tiff', disposition: 'attachment', dispositionParameters: { filename: 'faks.TIF' } }] },
      ['2 faks.TIF'],
      false,
    ],
    [
      'of a picture beside a PDF, which is a signature',
      {
        type: 'multipart/mixed',
        childNodes: [
          { part: '1', type: 'application/pdf', parameters: { name: 'a.pdf' } },
          { part: '2', type: 'image/png', disposition: 'attachment', dispositionParameters: { filename: 'logo.png' } },
        ],
      },
      ['1 a.pdf'],
      true,
    ],
    ['a picture inside the text is none', { type: 'multipart/related', childNodes: [text, { part: '2', type: 'image/png', disposition: 'inline' }] }, [], false],
  ])('%s', (_what, structure, scans, hasOtherFiles) => {
    const found = filesOf(structure)
    expect([found.scans.map(({ part, name }) => `${part} ${name}`), found.hasOtherFiles]).toEqual([scans, hasOtherFiles])
  })
})

it.each([
  ['skaner@firma.pl', [], true],
  ['skaner@FIRMA.pl'.toLowerCase(), [], true],
  ['ktos@inna.pl', [], false],
  ['ktos@podfirma.pl', [], false],
  ['', [], false],
  ['anna@inna.pl', ['anna@inna.pl'], true],
  ['jan@inna.pl', ['Anna@inna.pl'], false],
  ['jan@inna.pl', ['@Inna.pl'], true],
  ['jan@x.inna.pl', ['@inna.pl'], false],
  ['skaner@firma.pl', ['@inna.pl'], false],
])('a letter of %j with senders %j is taken: %j', (sender, senders, answer) => expect(isKnownSender(sender, { senders, user: 'skany@firma.pl' })).toBe(answer))
