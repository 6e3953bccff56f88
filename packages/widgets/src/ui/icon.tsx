import archive from 'bootstrap-icons/icons/archive.svg?raw'
import restore from 'bootstrap-icons/icons/arrow-counterclockwise.svg?raw'
import bell from 'bootstrap-icons/icons/bell.svg?raw'
import signOut from 'bootstrap-icons/icons/box-arrow-right.svg?raw'
import building from 'bootstrap-icons/icons/building.svg?raw'
import camera from 'bootstrap-icons/icons/camera.svg?raw'
import calendar from 'bootstrap-icons/icons/calendar3.svg?raw'
import check from 'bootstrap-icons/icons/check-lg.svg?raw'
import down from 'bootstrap-icons/icons/chevron-down.svg?raw'
import left from 'bootstrap-icons/icons/chevron-left.svg?raw'
import right from 'bootstrap-icons/icons/chevron-right.svg?raw'
import up from 'bootstrap-icons/icons/chevron-up.svg?raw'
import history from 'bootstrap-icons/icons/clock-history.svg?raw'
import download from 'bootstrap-icons/icons/download.svg?raw'
import warning from 'bootstrap-icons/icons/exclamation-triangle.svg?raw'
import envelope from 'bootstrap-icons/icons/envelope.svg?raw'
import eye from 'bootstrap-icons/icons/eye.svg?raw'
import file from 'bootstrap-icons/icons/file-text.svg?raw'
import folder from 'bootstrap-icons/icons/folder2.svg?raw'
import funnel from 'bootstrap-icons/icons/funnel.svg?raw'
import gear from 'bootstrap-icons/icons/gear.svg?raw'
import house from 'bootstrap-icons/icons/house.svg?raw'
import fold from 'bootstrap-icons/icons/layout-sidebar.svg?raw'
import columns from 'bootstrap-icons/icons/layout-three-columns.svg?raw'
import list from 'bootstrap-icons/icons/list.svg?raw'
import clip from 'bootstrap-icons/icons/paperclip.svg?raw'
import pause from 'bootstrap-icons/icons/pause.svg?raw'
import pencil from 'bootstrap-icons/icons/pencil.svg?raw'
import people from 'bootstrap-icons/icons/people.svg?raw'
import person from 'bootstrap-icons/icons/person-circle.svg?raw'
import play from 'bootstrap-icons/icons/play.svg?raw'
import plus from 'bootstrap-icons/icons/plus-lg.svg?raw'
import printer from 'bootstrap-icons/icons/printer.svg?raw'
import question from 'bootstrap-icons/icons/question-circle.svg?raw'
import search from 'bootstrap-icons/icons/search.svg?raw'
import shield from 'bootstrap-icons/icons/shield-lock.svg?raw'
import trash from 'bootstrap-icons/icons/trash.svg?raw'
import task from 'bootstrap-icons/icons/check2-square.svg?raw'
import upload from 'bootstrap-icons/icons/upload.svg?raw'
import cross from 'bootstrap-icons/icons/x-lg.svg?raw'

const drawings = {
  archive,
  bell,
  building,
  calendar,
  camera,
  check,
  clip,
  columns,
  cross,
  down,
  download,
  envelope,
  eye,
  file,
  fold,
  folder,
  funnel,
  gear,
  history,
  house,
  left,
  list,
  pause,
  pencil,
  people,
  person,
  play,
  plus,
  printer,
  question,
  restore,
  right,
  search,
  shield,
  signOut,
  task,
  trash,
  up,
  upload,
  warning,
} as const

export type IconName = keyof typeof drawings

/** A drawing beside words; it says nothing by itself, so it is hidden from readers. */
export function Icon(props: { name: IconName }) {
  // The drawings are files of our own packages.
  return <span class="crm-icon" aria-hidden="true" innerHTML={drawings[props.name]} />
}
