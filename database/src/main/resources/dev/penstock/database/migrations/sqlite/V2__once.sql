-- How long whoever works on an upload has it for itself; '' is long ago.
ALTER TABLE upload ADD COLUMN lease_until TEXT;
UPDATE upload SET lease_until = '' WHERE state IN ('completing', 'stored');
CREATE INDEX upload_by_lease ON upload (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX upload_by_deadline ON upload (deadline) WHERE state IN ('receiving', 'stored');
CREATE INDEX upload_receiving ON upload (id) WHERE state = 'receiving';

-- What is to go from the storage: entered in the transaction that ends an upload without a document or
-- deletes a document, forgotten after the second time.
CREATE TABLE removal (
    object_key   TEXT NOT NULL PRIMARY KEY,
    multipart_id TEXT,
    round        TEXT NOT NULL,
    due          TEXT NOT NULL
) STRICT;
CREATE INDEX removal_by_due ON removal (due);
INSERT INTO removal (object_key, multipart_id, round, due)
    SELECT object_key, multipart_id, 'FIRST', changed_on FROM upload
    WHERE state IN ('rejected', 'failed', 'aborted', 'expired');

CREATE TABLE idempotency_key (
    intake_id   TEXT NOT NULL,
    credential  TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    upload_id   TEXT NOT NULL REFERENCES upload (id),
    created_on  TEXT NOT NULL,
    PRIMARY KEY (intake_id, credential, key)
) STRICT;
CREATE INDEX idempotency_key_by_upload ON idempotency_key (upload_id);
CREATE INDEX idempotency_key_by_time ON idempotency_key (created_on);

-- Whose open uploads are to be aborted.
CREATE TABLE deleted_intake (
    intake_id TEXT NOT NULL PRIMARY KEY
) STRICT;
