-- What records refer to by digest. `stored` is deflated (zlib); `digest` is of what it holds, `stored_digest` of itself.
CREATE TABLE winnow_contents (
  digest        TEXT    NOT NULL PRIMARY KEY,
  size          INTEGER NOT NULL,
  stored        BLOB    NOT NULL,
  stored_digest TEXT    NOT NULL
);

-- The records. `hash` is SHA-256 over the 64 characters of `previous`, the hash of the record before, and `body`.
CREATE TABLE winnow_records (
  number   INTEGER NOT NULL PRIMARY KEY,
  body     BLOB    NOT NULL,
  previous TEXT    NOT NULL,
  hash     TEXT    NOT NULL
);

-- The number and the hash of the last record, by which it is seen that the last ones were removed.
CREATE TABLE winnow_head (
  one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL,
  hash   TEXT    NOT NULL
);
INSERT INTO winnow_head (one, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- To read them by hand.
CREATE VIEW winnow_history AS SELECT number, CAST(body AS TEXT) AS body, previous, hash FROM winnow_records;

-- Whoever may change the schema can remove these: they keep from mistakes, and the hashes show the rest.
CREATE TRIGGER winnow_records_update BEFORE UPDATE ON winnow_records
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_records_delete BEFORE DELETE ON winnow_records
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_records_insert BEFORE INSERT ON winnow_records
WHEN NEW.number <> (SELECT number + 1 FROM winnow_head)
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_contents_update BEFORE UPDATE ON winnow_contents
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_contents_delete BEFORE DELETE ON winnow_contents
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_contents_insert BEFORE INSERT ON winnow_contents
WHEN EXISTS (SELECT 1 FROM winnow_contents WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_head_update BEFORE UPDATE ON winnow_head
WHEN NEW.one <> OLD.one OR NEW.number <> OLD.number + 1
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_head_insert BEFORE INSERT ON winnow_head
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
CREATE TRIGGER winnow_head_delete BEFORE DELETE ON winnow_head
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;
