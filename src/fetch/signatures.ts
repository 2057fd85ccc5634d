/** What files begin with, as data. `bytes` are Latin-1 characters; `at` is where they lie, `within` how far they may be shifted. */
export interface Signature {
  mediaType: string;
  bytes: string;
  at: number;
  within?: number;
  name: string;
}

export const SIGNATURES: readonly Signature[] = [
  { mediaType: 'application/pdf', bytes: '%PDF-', at: 0, within: 1024, name: 'PDF header' },
  { mediaType: 'application/rtf', bytes: '{\\rtf', at: 0, name: 'RTF header' },
  { mediaType: 'application/vnd.rar', bytes: 'Rar!\u001a\u0007', at: 0, name: 'RAR header' },
  { mediaType: 'application/x-7z-compressed', bytes: '7z\u00bc\u00af\u0027\u001c', at: 0, name: '7z header' },
  { mediaType: 'application/gzip', bytes: '\u001f\u008b\u0008', at: 0, name: 'gzip header' },
  { mediaType: 'application/x-bzip2', bytes: 'BZh', at: 0, name: 'bzip2 header' },
  { mediaType: 'application/x-xz', bytes: '\u00fd7zXZ\u0000', at: 0, name: 'xz header' },
  { mediaType: 'application/x-tar', bytes: 'ustar', at: 257, name: 'tar header' },
  { mediaType: 'image/png', bytes: '\u0089PNG\r\n\u001a\n', at: 0, name: 'PNG header' },
  { mediaType: 'image/jpeg', bytes: '\u00ff\u00d8\u00ff', at: 0, name: 'JPEG header' },
  { mediaType: 'image/gif', bytes: 'GIF8', at: 0, name: 'GIF header' },
  { mediaType: 'image/tiff', bytes: 'II*\u0000', at: 0, name: 'TIFF header' },
  { mediaType: 'image/tiff', bytes: 'MM\u0000*', at: 0, name: 'TIFF header' },
  { mediaType: 'image/webp', bytes: 'WEBP', at: 8, name: 'WebP header' },
  { mediaType: 'image/bmp', bytes: 'BM', at: 0, name: 'BMP header' },
  { mediaType: 'application/vnd.ms-cab-compressed', bytes: 'MSCF', at: 0, name: 'CAB header' },
  { mediaType: 'application/x-msdownload', bytes: 'MZ', at: 0, name: 'program header' },
];

/** Members of a ZIP archive that make it a document format; the first rule whose members are all there holds. */
export const ZIP_FORMATS: readonly { mediaType: string; members: readonly RegExp[]; name: string }[] = [
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    members: [/^\[Content_Types\]\.xml$/, /^word\//i],
    name: 'OOXML with word/',
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    members: [/^\[Content_Types\]\.xml$/, /^xl\//i],
    name: 'OOXML with xl/',
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    members: [/^\[Content_Types\]\.xml$/, /^ppt\//i],
    name: 'OOXML with ppt/',
  },
  { mediaType: 'application/ofd', members: [/^OFD\.xml$/i], name: 'OFD.xml' },
  { mediaType: 'application/vnd.oasis.opendocument', members: [/^mimetype$/, /^content\.xml$/], name: 'OpenDocument' },
];

/** Streams of an OLE compound file that tell what it is. */
export const OLE_FORMATS: readonly { mediaType: string; stream: string }[] = [
  { mediaType: 'application/x-ole-encrypted', stream: 'EncryptedPackage' },
  { mediaType: 'application/msword', stream: 'WordDocument' },
  { mediaType: 'application/vnd.ms-excel', stream: 'Workbook' },
  { mediaType: 'application/vnd.ms-excel', stream: 'Book' },
  { mediaType: 'application/vnd.ms-powerpoint', stream: 'PowerPoint Document' },
];

/** Beginnings of markup. HTML fragments count: a .doc is often a bare <table>. */
export const MARKUP: readonly { mediaType: string; pattern: RegExp; name: string }[] = [
  {
    mediaType: 'multipart/related',
    pattern: /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart\/related/i,
    name: 'MIME multipart/related',
  },
  { mediaType: 'text/html', pattern: /^<!doctype\s+html/i, name: 'HTML doctype' },
  { mediaType: 'text/html', pattern: /<html[\s>]/i, name: '<html>' },
  {
    mediaType: 'application/xml',
    pattern: /^<\?xml[\s\S]*(?:<\?mso-application|<w:wordDocument|<pkg:package|<Workbook)/i,
    name: 'Office XML',
  },
  {
    mediaType: 'text/html',
    pattern: /^<(?:!--[\s\S]*?-->\s*<)?(?:head|body|script|meta|title|style|table|div|p|span|link|br|center|form|ul|h[1-6])[\s>/]/i,
    name: 'HTML tag',
  },
  { mediaType: 'application/xml', pattern: /^<\?xml/i, name: 'XML declaration' },
];
