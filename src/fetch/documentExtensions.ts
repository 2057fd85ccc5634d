/** Extensions under which documents and containers of documents are published. */
export const DOCUMENT_EXTENSIONS = [
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'et',
  'wps',
  'rtf',
  'ofd',
  'csv',
  'txt',
  'zip',
  'rar',
  '7z',
  'mht',
  'mhtml',
  'odt',
  'ods',
];

/** The document extension at the end of a path or a name (group 1). */
export const EXTENSION = new RegExp(`\\.(${DOCUMENT_EXTENSIONS.join('|')})$`, 'i');
