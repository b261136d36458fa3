ALTER TABLE intake ADD COLUMN multiple_files text COLLATE "C" NOT NULL DEFAULT 'ONE';

-- name: trimmed, in upper case; color: '#rrggbb'
CREATE TABLE label (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    organization_id text COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    name            text COLLATE "C" NOT NULL,
    color           text COLLATE "C",
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL,
    UNIQUE (organization_id, name),
    UNIQUE (organization_id, id)
);

CREATE TABLE document_status (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    organization_id text COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    slug            text COLLATE "C" NOT NULL,
    name            text COLLATE "C" NOT NULL,
    color           text COLLATE "C",
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (organization_id, id)
);

CREATE TABLE knowledge_feature (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    organization_id text COLLATE "C" NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
    slug            text COLLATE "C" NOT NULL,
    name            text COLLATE "C" NOT NULL,
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (organization_id, id)
);

-- Positions are in order; a feature that was deleted leaves a gap.
CREATE TABLE intake_feature (
    intake_id  text COLLATE "C" NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
    position   bigint NOT NULL,
    feature_id text COLLATE "C" NOT NULL REFERENCES knowledge_feature (id) ON DELETE CASCADE,
    PRIMARY KEY (intake_id, position)
);
CREATE INDEX intake_feature_by_feature ON intake_feature (feature_id);
