CREATE TABLE storage (
  id TEXT NOT NULL,
  format INTEGER NOT NULL
) STRICT;

CREATE TABLE buckets (
  name TEXT NOT NULL PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- key: the UTF-8 bytes, so that comparing is S3's order
-- content: what its segments are found by
CREATE TABLE objects (
  bucket TEXT NOT NULL,
  key BLOB NOT NULL,
  content INTEGER NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  etag TEXT NOT NULL,
  modified_at INTEGER NOT NULL,
  headers TEXT NOT NULL,
  checksum_algorithm TEXT NOT NULL,
  checksum_type TEXT NOT NULL,
  checksum TEXT NOT NULL,
  upload_id TEXT UNIQUE,
  PRIMARY KEY (bucket, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE uploads (
  id TEXT NOT NULL PRIMARY KEY,
  bucket TEXT NOT NULL,
  key BLOB NOT NULL,
  content INTEGER NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  headers TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum_type TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX uploads_by_key ON uploads (bucket, key, id);

-- start: the offset in the object; a part of an open upload has none
CREATE TABLE segments (
  content INTEGER NOT NULL,
  part_number INTEGER NOT NULL,
  start INTEGER,
  size INTEGER NOT NULL,
  blob BLOB NOT NULL UNIQUE,
  md5 TEXT NOT NULL,
  crc64nvme TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum TEXT,
  modified_at INTEGER NOT NULL,
  PRIMARY KEY (content, part_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX segments_by_start ON segments (content, start) WHERE start IS NOT NULL;

CREATE TABLE deleted_contents (
  content INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE deleted_blobs (
  blob BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
