const pl = (of: string) => ({
  list: { name: `${of}: lista plików`, description: 'Oglądanie, jakie pliki są dołączone.' },
  preview: { name: `${of}: podgląd plików`, description: 'Otwieranie plików do czytania w przeglądarce.' },
  download: { name: `${of}: pobieranie plików`, description: 'Pobieranie oryginałów plików na dysk.' },
  upload: { name: `${of}: dodawanie plików`, description: 'Dołączanie plików i ich nowych wersji.' },
  describe: { name: `${of}: opis plików`, description: 'Zmiana opisu pliku.' },
  remove: { name: `${of}: usuwanie plików`, description: 'Usuwanie pliku z dokumentu.' },
  access: { name: `${of}: dostęp do plików`, description: 'Decydowanie, kto widzi pojedynczy plik dokumentu.' },
})

const en = (of: string) => ({
  list: { name: `${of}: list files`, description: 'See which files are attached.' },
  preview: { name: `${of}: preview files`, description: 'Open files for reading in the browser.' },
  download: { name: `${of}: download files`, description: 'Save the originals of files to disk.' },
  upload: { name: `${of}: add files`, description: 'Attach files and new versions of them.' },
  describe: { name: `${of}: describe files`, description: 'Change the description of a file.' },
  remove: { name: `${of}: remove files`, description: 'Take a file off the document.' },
  access: { name: `${of}: access to files`, description: 'Decide who sees a single file of the document.' },
})

/** Texts of {@link attachmentRights}, for the documents named. */
export const attachmentRightTexts = { pl, en }
