ALTER TABLE intake ADD COLUMN multiple_files TEXT NOT NULL DEFAULT 'ONE';

-- name: trimmed, in upper case; color: '#rrggbb'
CREATE TABLE label (
    id              TEXT    NOT NULL PRIMARY KEY,
    organization_id TEXT    NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    name            TEXT    NOT NULL,
    color           TEXT,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL,
    UNIQUE (organization_id, name),
    UNIQUE (organization_id, id)
) STRICT;

CREATE TABLE document_status (
    id              TEXT    NOT NULL PRIMARY KEY,
    organization_id TEXT    NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    slug            TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    color           TEXT,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (organization_id, id)
) STRICT;

CREATE TABLE knowledge_feature (
    id              TEXT    NOT NULL PRIMARY KEY,
    organization_id TEXT    NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    slug            TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (organization_id, id)
) STRICT;

-- Positions are in order; a feature that was deleted leaves a gap.
CREATE TABLE intake_feature (
    intake_id  TEXT    NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    feature_id TEXT    NOT NULL REFERENCES knowledge_feature (id) ON DELETE CASCADE,
    PRIMARY KEY (intake_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX intake_feature_by_feature ON intake_feature (feature_id);
