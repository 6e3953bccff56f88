import { acts } from './acts.ts'
import { camera } from './camera.ts'
import { intake, systemSettings } from './intake-en.ts'
import { labels } from './labels-en.ts'
import { sweepTexts } from './sweep.ts'
import { fileSettings } from './kinds.ts'

export const en = {
  acts: acts.en,
  connections: { folder: 'Folder of scans', mailbox: 'Mailbox of scans' },
  camera: camera.en,
  labels,
  intake,
  systemSettings: { ...fileSettings.en, ...systemSettings },
  ...sweepTexts.en,
  title: 'Files',
  drop: 'Drop files here or',
  choose: 'choose from the disk',
  empty: 'There are no files yet.',
  loading: 'Loading…',
  files: 'Files',
  name: 'Name',
  size: 'Size',
  by: 'Added by',
  at: 'When',
  version: 'version {version}',
  description: 'Description',
  describe: 'Change description and kind',
  preview: 'Preview',
  download: 'Download',
  remove: 'Remove',
  access: 'Access',
  accessWhy: 'A file with a table of its own is seen only by those with a plus in it who see the document too.',
  restricted: 'restricted',
  removeAsk: 'Remove the file {name}?',
  removeWhy: 'The file leaves the document. The entry of its removal stays in the history.',
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  pause: 'Pause',
  resume: 'Resume',
  retry: 'Try again',
  waiting: 'waiting',
  paused: 'paused',
  sending: '{percent}% · {speed}/s',
  checking: 'checking the content',
  done: 'Attached: {name}',
  cut: 'The connection was lost. Try again: it goes on from there.',
} as const
