import type { Language, Messages, SameMessages } from '@crm/platform'
import { registerRightTexts } from '@crm/register'
import { attachmentRightTexts, labelRightTexts, scanRightTexts } from '@crm/storage'
import type { Variants } from '../variant.ts'
import { variants } from '../variants.ts'
import { aboutTexts } from './about.ts'
import { annexRightTexts } from './annexes.ts'
import { en } from './en.ts'
import { invoiceRightTexts, limitTexts } from './invoices.ts'
import { pl } from './pl.ts'
import { reportMessages, reportRightTexts } from './reports.ts'
import { settingTexts } from './settings.ts'

const words = { pl, en: en satisfies SameMessages<typeof pl> }

/** The texts of the app: common words once, and what each variant says of itself. */
export const messagesFor = (list: Variants): Messages => ({ pl: treeOf('pl', list), en: treeOf('en', list) })

function treeOf(language: Language, list: Variants) {
  const { shared, fields, choices, sections, alsoCalled } = words[language]
  const { enter, ...rest } = shared
  const all = Object.entries(list).map(([name, variant]) => [name, variant.texts[language]] as const)
  return {
    ...rest,
    about: aboutTexts[language],
    reportsTitle: reportMessages[language].title,
    systemSettings: settingTexts[language],
    ...Object.fromEntries(
      all.map(([name, texts]) => [
        name,
        { ...texts, fields: { ...fields, ...texts.fields }, choices: { ...choices, ...texts.choices }, sections: { ...sections, ...texts.sections }, alsoCalled },
      ]),
    ),
    notices: Object.fromEntries(all.map(([name]) => [`${name}-limit`, limitTexts[language].notice])),
    noticeNames: Object.fromEntries(all.map(([name, { title }]) => [`${name}-limit`, `${title}: ${limitTexts[language].name}`])),
    mails: Object.fromEntries(all.map(([name]) => [`${name}-limit`, limitTexts[language].mail])),
    rights: {
      enter,
      scans: scanRightTexts[language],
      reports: reportRightTexts[language],
      ...Object.fromEntries(
        all.map(([name, { title }]) => [
          name,
          {
            ...registerRightTexts[language](title),
            files: attachmentRightTexts[language](title),
            annexes: annexRightTexts[language](title),
            invoices: invoiceRightTexts[language](title),
            label: labelRightTexts[language](title),
          },
        ]),
      ),
    },
  }
}

export const messages = messagesFor(variants)
