import type { Language, Messages, SameMessages } from '@crm/platform'
import { registerRightTexts } from '@crm/register'
import { attachmentRightTexts, labelRightTexts, overdueTexts, paperHistory, paperMessages, paperRightTexts, placeRightTexts, scanRightTexts } from '@crm/storage'
import type { Variants } from '../variant.ts'
import { variants } from '../variants.ts'
import { aboutTexts } from './about.ts'
import { acts } from './acts.ts'
import { annexRightTexts } from './annexes.ts'
import { en } from './en.ts'
import { amountsRightTexts, invoiceRightTexts, limitTexts } from './invoices.ts'
import { pl } from './pl.ts'
import { reportMessages, reportRightTexts } from './reports.ts'
import { settingTexts } from './settings.ts'

const words = { pl, en: en satisfies SameMessages<typeof pl> }

/** The texts of the app: common words once, and what each variant says of itself. */
export const messagesFor = (list: Variants): Messages => ({ pl: treeOf('pl', list), en: treeOf('en', list) })

function treeOf(language: Language, list: Variants) {
  const { shared, fields, choices, sections, alsoCalled } = words[language]
  const { enter, history, ...rest } = shared
  const all = Object.entries(list).map(([name, variant]) => [name, variant.texts[language]] as const)
  return {
    ...rest,
    acts: acts[language],
    about: aboutTexts[language],
    history: { ...history, ...paperHistory[language] },
    papersTitle: paperMessages[language].title,
    countingTitle: paperMessages[language].tabCounting,
    reportsTitle: reportMessages[language].title,
    systemSettings: settingTexts[language],
    ...Object.fromEntries(
      all.map(([name, texts]) => [
        name,
        { ...texts, fields: { ...fields, ...texts.fields }, choices: { ...choices, ...texts.choices }, sections: { ...sections, ...texts.sections }, alsoCalled },
      ]),
    ),
    notices: named(all, ([name]) => ({ [`${name}-limit`]: limitTexts[language].notice, [`${name}-paper`]: overdueTexts[language].notice })),
    noticeNames: named(all, ([name, { title }]) => ({
      [`${name}-limit`]: `${title}: ${limitTexts[language].name}`,
      [`${name}-paper`]: `${title}: ${overdueTexts[language].name}`,
    })),
    mails: named(all, ([name]) => ({ [`${name}-limit`]: limitTexts[language].mail, [`${name}-paper`]: overdueTexts[language].mail })),
    todos: named(all, ([name]) => ({ [`${name}-paper`]: overdueTexts[language].todo })),
    rights: {
      enter,
      scans: scanRightTexts[language],
      papers: placeRightTexts[language],
      reports: reportRightTexts[language],
      ...Object.fromEntries(
        all.map(([name, { title }]) => [
          name,
          {
            ...registerRightTexts[language](title),
            files: attachmentRightTexts[language](title),
            annexes: annexRightTexts[language](title),
            invoices: invoiceRightTexts[language](title),
            amounts: amountsRightTexts[language](title),
            label: labelRightTexts[language](title),
            paper: paperRightTexts[language](title),
          },
        ]),
      ),
    },
  }
}

/** What each variant says, in one object. */
const named = <Line, Text>(lines: readonly Line[], say: (line: Line) => Readonly<Record<string, Text>>): Readonly<Record<string, Text>> => Object.assign({}, ...lines.map(say)) // untyped over many

export const messages = messagesFor(variants)
