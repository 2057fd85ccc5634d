/** The catalogue. Lists inside a row are JSON texts; results are packed JSON. No table holds a clock but the fetch times of captures and pages. */
export const CATALOGUE_SCHEMA = `
  CREATE TABLE IF NOT EXISTS runs (
    run INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'abandoned')),
    report TEXT
  );
  CREATE TABLE IF NOT EXISTS documents (
    document_id TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    first_run INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS captures (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    document_id TEXT REFERENCES documents (document_id),
    file_name TEXT,
    content_type TEXT,
    fetched_at TEXT,
    status TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    changed TEXT,
    diagnostics TEXT NOT NULL,
    first_run INTEGER NOT NULL,
    checked_run INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS captures_url ON captures (url, id);
  CREATE INDEX IF NOT EXISTS captures_document ON captures (document_id);
  CREATE TABLE IF NOT EXISTS links (
    url TEXT NOT NULL,
    parent_url TEXT NOT NULL,
    candidate TEXT NOT NULL,
    seen_run INTEGER NOT NULL,
    PRIMARY KEY (url, parent_url)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY,
    original TEXT,
    final_url TEXT NOT NULL,
    content_type TEXT,
    fetched_at TEXT,
    etag TEXT,
    last_modified TEXT,
    status TEXT NOT NULL,
    diagnostics TEXT NOT NULL,
    checked_run INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS page_bodies (
    sha256 TEXT PRIMARY KEY,
    body BLOB NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS expansions (
    url TEXT NOT NULL,
    variant TEXT NOT NULL,
    depth INTEGER NOT NULL,
    result TEXT NOT NULL,
    run INTEGER NOT NULL,
    PRIMARY KEY (url, variant)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS yields (
    url TEXT PRIMARY KEY,
    run INTEGER NOT NULL,
    links INTEGER NOT NULL,
    before INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY,
    stage TEXT NOT NULL,
    subject TEXT NOT NULL,
    summary TEXT NOT NULL,
    body BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS results_subject ON results (stage, subject);
  CREATE TABLE IF NOT EXISTS releases (
    number INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL,
    facts TEXT NOT NULL,
    files TEXT NOT NULL,
    content BLOB NOT NULL
  );
  CREATE TABLE IF NOT EXISTS release_outcomes (
    run INTEGER PRIMARY KEY,
    outcome TEXT NOT NULL
  );
`;
