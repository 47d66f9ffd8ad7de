-- The survey file, version 2: pictures and other files that belong to answers.
--
-- A slash in the name of a table, as in the names of the indexes: no level can be called so, whatever
-- a questionnaire of version 1 named its rosters.

-- The bytes behind an answer that is the name of a file. Rows are only ever added: an answer that
-- is changed, undone or skipped keeps its picture.
CREATE TABLE "interview/file" (
  interview_id TEXT NOT NULL REFERENCES interview (id),
  name         TEXT NOT NULL CHECK (name <> ''),  -- as the answer has it
  added        TEXT NOT NULL,
  person       TEXT NOT NULL,
  hash         BLOB NOT NULL CHECK (length (hash) = 32),  -- SHA-256 of the content
  content      BLOB NOT NULL,
  PRIMARY KEY (interview_id, name)
) STRICT;
