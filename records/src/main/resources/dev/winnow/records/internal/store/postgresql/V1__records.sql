-- What records refer to by digest. `stored` is deflated (zlib); `digest` is of what it holds, `stored_digest` of itself.
CREATE TABLE winnow_contents (
  digest        TEXT   NOT NULL PRIMARY KEY,
  size          BIGINT NOT NULL,
  stored        BYTEA  NOT NULL,
  stored_digest TEXT   NOT NULL
);
-- It is deflated already.
ALTER TABLE winnow_contents ALTER COLUMN stored SET STORAGE EXTERNAL;

-- The records. `hash` is SHA-256 over the 64 characters of `previous`, the hash of the record before, and `body`.
CREATE TABLE winnow_records (
  number   BIGINT NOT NULL PRIMARY KEY,
  body     BYTEA  NOT NULL,
  previous TEXT   NOT NULL,
  hash     TEXT   NOT NULL
);

-- The number and the hash of the last record, by which it is seen that the last ones were removed.
CREATE TABLE winnow_head (
  one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  number BIGINT  NOT NULL,
  hash   TEXT    NOT NULL
);
INSERT INTO winnow_head (one, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- To read them by hand.
CREATE VIEW winnow_history AS SELECT number, convert_from(body, 'UTF8') AS body, previous, hash FROM winnow_records;

-- Whoever may change the schema can remove these: they keep from mistakes, and the hashes show the rest.
CREATE FUNCTION winnow_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records are append-only';
END $$;
CREATE FUNCTION winnow_next_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> (SELECT number + 1 FROM winnow_head) THEN
    RAISE EXCEPTION 'records are append-only';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION winnow_next_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.one <> OLD.one OR NEW.number <> OLD.number + 1 THEN
    RAISE EXCEPTION 'records are append-only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER winnow_records_change BEFORE UPDATE OR DELETE ON winnow_records
FOR EACH ROW EXECUTE PROCEDURE winnow_append_only();
CREATE TRIGGER winnow_records_truncate BEFORE TRUNCATE ON winnow_records
FOR EACH STATEMENT EXECUTE PROCEDURE winnow_append_only();
CREATE TRIGGER winnow_records_insert BEFORE INSERT ON winnow_records
FOR EACH ROW EXECUTE PROCEDURE winnow_next_record();
CREATE TRIGGER winnow_contents_change BEFORE UPDATE OR DELETE ON winnow_contents
FOR EACH ROW EXECUTE PROCEDURE winnow_append_only();
CREATE TRIGGER winnow_contents_truncate BEFORE TRUNCATE ON winnow_contents
FOR EACH STATEMENT EXECUTE PROCEDURE winnow_append_only();
CREATE TRIGGER winnow_head_change BEFORE INSERT OR DELETE ON winnow_head
FOR EACH ROW EXECUTE PROCEDURE winnow_append_only();
CREATE TRIGGER winnow_head_truncate BEFORE TRUNCATE ON winnow_head
FOR EACH STATEMENT EXECUTE PROCEDURE winnow_append_only();
CREATE TRIGGER winnow_head_update BEFORE UPDATE ON winnow_head
FOR EACH ROW EXECUTE PROCEDURE winnow_next_head();
