-- The survey file, version 1. Never edited after a release: what changes later is a step of its own.
--
-- Identifiers are UUIDs, so that files of many laptops merge without renumbering. Times are ISO 8601
-- in UTC, to the millisecond. Every table is STRICT.

PRAGMA application_id = 0x486d7764;  -- "Hmwd"

-- What holds for the whole survey: id, title, created, and the roles of questions where they differ
-- from the questionnaire's settings sheet (level, case_id, stratum, psu, weight, fpc).
CREATE TABLE survey (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The sheets of every version of the questionnaire, byte for byte as they were read.
CREATE TABLE questionnaire (
  version      INTEGER NOT NULL CHECK (version > 0),  -- counted by this file
  sheet        TEXT NOT NULL,                         -- survey, choices, settings
  form_id      TEXT NOT NULL,
  form_version TEXT NOT NULL,                         -- as its author counts
  added        TEXT NOT NULL,
  content      BLOB NOT NULL,
  PRIMARY KEY (version, sheet)
) STRICT, WITHOUT ROWID;

-- Where the answer to a question stands. The tables are named for the levels and the columns for the
-- questions, unless a name is taken (by a table below, or by a column that differs in case only) or
-- a level has more questions than a table can have columns; programs therefore look here.
CREATE TABLE level_column (
  level       TEXT NOT NULL,
  question    TEXT NOT NULL,
  table_name  TEXT NOT NULL,
  column_name TEXT NOT NULL,
  type        TEXT NOT NULL CHECK (type IN ('TEXT', 'INTEGER', 'REAL')),
  PRIMARY KEY (level, question)
) STRICT, WITHOUT ROWID;

-- Who works with the survey.
CREATE TABLE person (
  id        TEXT NOT NULL PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,  -- as the machine knows the user
  full_name TEXT,
  role      TEXT NOT NULL DEFAULT 'enumerator' CHECK (role IN ('enumerator', 'supervisor', 'office'))
) STRICT, WITHOUT ROWID;

-- The households that were drawn.
CREATE TABLE sample (
  id       TEXT NOT NULL PRIMARY KEY,
  stratum  TEXT,
  psu      TEXT,
  case_key TEXT NOT NULL UNIQUE,  -- as interview.label
  address  TEXT,
  weight   REAL CHECK (weight >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE interview (
  id            TEXT NOT NULL PRIMARY KEY,
  questionnaire INTEGER NOT NULL,          -- version of the questionnaire
  origin        TEXT NOT NULL DEFAULT 'entry' CHECK (origin IN ('entry', 'import')),
  status        TEXT NOT NULL DEFAULT 'under-way'
                CHECK (status IN ('under-way', 'completed', 'returned', 'approved', 'void')),
  reason        TEXT,                      -- why it was returned or voided
  label         TEXT NOT NULL DEFAULT '',  -- values of the case_id questions, joined by ' - '
  percent       INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  n_problems    INTEGER NOT NULL DEFAULT 0 CHECK (n_problems >= 0),
  created       TEXT NOT NULL,
  modified      TEXT NOT NULL,
  person        TEXT NOT NULL REFERENCES person (name) ON UPDATE CASCADE,
  cursor        TEXT                       -- the question at which work goes on
) STRICT, WITHOUT ROWID;

-- One sitting of one person with one interview.
CREATE TABLE visit (
  id           TEXT NOT NULL PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interview (id),
  person       TEXT NOT NULL REFERENCES person (name) ON UPDATE CASCADE,
  started      TEXT NOT NULL,
  ended        TEXT NOT NULL               -- of the last answer so far
) STRICT, WITHOUT ROWID;

CREATE INDEX visit_by_interview ON visit (interview_id, started);

-- Who answered what, when, what stood there before, and why. Rows are only ever added.
--
-- hash is the SHA-256 of the hash of the row before (of the UTF-8 text of survey.id for the first
-- row, its SHA-256) and of this row's fields in the order in which they stand here, sequence to reason:
-- each as its length in bytes, a colon and its UTF-8 text; NULL as a hyphen.
CREATE TABLE answer_trail (
  sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
  interview_id   TEXT NOT NULL,
  time           TEXT NOT NULL,
  person         TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('answer', 'calculation', 'skip', 'row-added',
                                               'row-removed', 'confirmed', 'comment', 'status')),
  question       TEXT,             -- for a row: its repeat; NULL when it is about the interview
  row_id         TEXT,             -- NULL when it is about the interview
  before         TEXT,
  before_missing TEXT,             -- kind of missing; NULL when there was an answer
  after          TEXT,
  after_missing  TEXT,
  reason         TEXT,
  hash           BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT;

CREATE INDEX answer_trail_by_interview ON answer_trail (interview_id, question, row_id);

CREATE TRIGGER answer_trail_keeps BEFORE UPDATE ON answer_trail
BEGIN
  SELECT RAISE (ABORT, 'the answer trail is only ever added to');
END;

CREATE TRIGGER answer_trail_stays BEFORE DELETE ON answer_trail
BEGIN
  SELECT RAISE (ABORT, 'the answer trail is only ever added to');
END;

-- Why a column of a level table is NULL. A NULL without a row here was not asked: a skip leads
-- around the question. A dormant answer was given and then made irrelevant: it is kept here, as text
-- or as the kind of missing that it was, until the skip is undone.
CREATE TABLE missing_answer (
  interview_id TEXT NOT NULL REFERENCES interview (id),
  row_id       TEXT NOT NULL,      -- the interview's id for a question of the root level
  question     TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('not-answered', 'dont-know', 'refused',
                                             'not-applicable', 'dormant')),
  kept_text    TEXT,
  kept_kind    TEXT CHECK (kept_kind IN ('dont-know', 'refused', 'not-applicable')),
  CHECK (kind = 'dormant' OR (kept_text IS NULL AND kept_kind IS NULL)),
  PRIMARY KEY (interview_id, row_id, question)
) STRICT, WITHOUT ROWID;

-- Answers that a number cannot hold to the last character, such as 12.50 or a calculation that gave
-- no number; the column of the level table then has the nearest number, or NULL.
CREATE TABLE exact_answer (
  interview_id TEXT NOT NULL REFERENCES interview (id),
  row_id       TEXT NOT NULL,
  question     TEXT NOT NULL,
  text         TEXT NOT NULL,
  PRIMARY KEY (interview_id, row_id, question)
) STRICT, WITHOUT ROWID;

-- Soft checks that a person confirmed, with the reason.
CREATE TABLE confirmation (
  interview_id TEXT NOT NULL REFERENCES interview (id),
  row_id       TEXT NOT NULL,
  question     TEXT NOT NULL,
  reason       TEXT NOT NULL,
  person       TEXT NOT NULL,
  time         TEXT NOT NULL,
  PRIMARY KEY (interview_id, row_id, question)
) STRICT, WITHOUT ROWID;

-- Remarks on a question or on the whole interview.
CREATE TABLE comment (
  id           TEXT NOT NULL PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interview (id),
  question     TEXT,
  row_id       TEXT,
  time         TEXT NOT NULL,
  person       TEXT NOT NULL,
  text         TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX comment_by_interview ON comment (interview_id, time);

-- What review found at its last look; rebuilt whenever it looks again.
CREATE TABLE finding (
  id           TEXT NOT NULL PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interview (id),
  position     INTEGER NOT NULL,   -- in the order of the questionnaire
  kind         TEXT NOT NULL,
  ref          TEXT,
  question     TEXT,
  row_id       TEXT,
  sentence     TEXT NOT NULL,
  reason       TEXT,               -- of a confirmed soft check
  time         TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_by_interview ON finding (interview_id, position);

-- Packages that went to another machine or came from one.
CREATE TABLE transfer_ledger (
  id           TEXT NOT NULL PRIMARY KEY,  -- the package
  direction    TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  time         TEXT NOT NULL,
  person       TEXT NOT NULL,
  n_interviews INTEGER NOT NULL CHECK (n_interviews >= 0),
  hash         BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT, WITHOUT ROWID;
