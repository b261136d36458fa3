-- The states that an upload came into, by the version that came into it. Of those before this table only
-- the first and the last are known.
CREATE TABLE upload_step (
    upload_id TEXT NOT NULL REFERENCES upload (id),
    version   INTEGER NOT NULL,
    state     TEXT NOT NULL,
    came_on   TEXT NOT NULL,
    cause     TEXT,
    PRIMARY KEY (upload_id, version)
) STRICT;
INSERT INTO upload_step (upload_id, version, state, came_on)
    SELECT id, 0, 'receiving', created_on FROM upload;
INSERT INTO upload_step (upload_id, version, state, came_on, cause)
    SELECT id, version, state, changed_on, cause FROM upload WHERE version > 0 AND state <> 'receiving';

-- What goes on at an intake: today's uploads, and those with a problem.
CREATE INDEX upload_by_intake_and_creation ON upload (intake_id, created_on);
CREATE INDEX upload_by_intake_and_problem ON upload (intake_id, changed_on) WHERE cause IS NOT NULL;
