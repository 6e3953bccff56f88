import { readLabel } from '../../index.ts'

/** Finds labels in what a camera sees. */
export interface LabelEye {
  /** The first label of ours in the picture; `null` while there is none. */
  look(video: HTMLVideoElement): Promise<string | null>
}

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const formats = ['code_128', 'qr_code'] as const
/** A phone's picture has more dots than bars need. */
const widest = 1_280

/** The browser's own reader where it knows both symbols of our labels; elsewhere one of ours, from our own files. */
export async function openLabelEye(): Promise<LabelEye> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: DetectorClass } // not in the compiler's list of the web
  const known = Native ? await Native.getSupportedFormats().catch(() => []) : []
  if (Native && formats.every((format) => known.includes(format))) return ofBrowser(new Native({ formats }))
  return ownEye()
}

const ofBrowser = (detector: Detector): LabelEye => ({
  async look(video) {
    const found = await detector.detect(video)
    return firstLabel(found.map(({ rawValue }) => rawValue))
  },
})

async function ownEye(): Promise<LabelEye> {
  const [{ prepareZXingModule, readBarcodes }, { default: program }] = await Promise.all([import('zxing-wasm/reader'), import('zxing-wasm/reader/zxing_reader.wasm?url')])
  // The library would fetch its program from elsewhere.
  await prepareZXingModule({ overrides: { locateFile: () => program }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return {
    async look(video) {
      const scale = Math.min(1, widest / Math.max(video.videoWidth, 1))
      canvas.width = Math.round(video.videoWidth * scale)
      canvas.height = Math.round(video.videoHeight * scale)
      if (!pen || canvas.width === 0) return null
      pen.drawImage(video, 0, 0, canvas.width, canvas.height)
      const found = await readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height), { formats: ['Code128', 'QRCode'], tryInvert: false, maxNumberOfSymbols: 4 })
      return firstLabel(found.map(({ text }) => text))
    },
  }
}

/** Other barcodes on a desk are nothing to us. */
const firstLabel = (texts: readonly string[]): string | null => texts.map(readLabel).find((code) => code !== null) ?? null
