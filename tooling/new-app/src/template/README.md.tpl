# app-__name__

What the office does with it: one register of entries, each with a number, an owner and a day on which it is due.

| file | holds |
|---|---|
| `src/entry.ts` | the register: fields, sections, list — begin here |
| `src/rights.ts` | one right for each button |
| `src/messages/` | every sentence, Polish and English |
| `src/server/` | router, migrations, test |
| `src/ui/` | pages |
| `help/` | chapters; each right must be in one |

It does not yet attach files or remind anybody; `packages/app-contracts` shows how.
