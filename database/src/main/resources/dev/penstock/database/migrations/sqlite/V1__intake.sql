-- Ids are UUIDs in lower-case text, times ISO-8601 UTC with nine digits of a second, both of which
-- sort as text. JSON columns are opaque here and carry their format's version ("v").

CREATE TABLE installation (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE organization (
    id              TEXT    NOT NULL PRIMARY KEY,
    slug            TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE document_store (
    id              TEXT    NOT NULL PRIMARY KEY,
    organization_id TEXT    NOT NULL REFERENCES organization (id),
    slug            TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (id, organization_id)
) STRICT;

CREATE TABLE intake (
    id              TEXT    NOT NULL PRIMARY KEY,
    organization_id TEXT    NOT NULL,
    store_id        TEXT    NOT NULL,
    slug            TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    activity        TEXT    NOT NULL,
    large_uploads   TEXT    NOT NULL,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL,
    limits          TEXT    NOT NULL,
    metadata        TEXT    NOT NULL,
    UNIQUE (organization_id, slug),
    -- the store is one of the same organization
    FOREIGN KEY (store_id, organization_id) REFERENCES document_store (id, organization_id)
) STRICT;
CREATE INDEX intake_by_store ON intake (store_id);

CREATE TABLE intake_token (
    id           TEXT NOT NULL PRIMARY KEY,
    intake_id    TEXT NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    hash         TEXT NOT NULL UNIQUE,
    expires_at   TEXT,
    last_used_on TEXT,
    created_on   TEXT NOT NULL
) STRICT;
CREATE INDEX intake_token_by_intake ON intake_token (intake_id, id);

CREATE TABLE api_key (
    id              TEXT    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    hash            TEXT    NOT NULL UNIQUE,
    expires_at      TEXT,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL
) STRICT;

-- organization_id NULL: every organization; permissions: names with a space between
CREATE TABLE api_key_grant (
    api_key_id      TEXT    NOT NULL REFERENCES api_key (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    organization_id TEXT    REFERENCES organization (id) ON DELETE CASCADE,
    permissions     TEXT    NOT NULL,
    PRIMARY KEY (api_key_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX api_key_grant_by_organization ON api_key_grant (organization_id);

-- intake_id and store_id outlive what they name. open_store_id is the store while the upload is open:
-- a store stays as long as something may still come into it.
CREATE TABLE upload (
    id            TEXT    NOT NULL PRIMARY KEY,
    intake_id     TEXT    NOT NULL,
    store_id      TEXT    NOT NULL,
    open_store_id TEXT    REFERENCES document_store (id),
    state         TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    object_key    TEXT    NOT NULL UNIQUE,
    multipart_id  TEXT,
    path          TEXT    NOT NULL,
    deadline      TEXT    NOT NULL,
    created_on    TEXT    NOT NULL,
    changed_on    TEXT    NOT NULL,
    family_id     TEXT,
    cause         TEXT,
    announcement  TEXT    NOT NULL,
    data          TEXT
) STRICT;
CREATE INDEX upload_by_intake ON upload (intake_id, id);
CREATE INDEX upload_by_intake_and_state ON upload (intake_id, state, deadline);
CREATE INDEX upload_by_open_store ON upload (open_store_id) WHERE open_store_id IS NOT NULL;

-- Who has a path: an upload from `completing` on, and the document that it becomes.
CREATE TABLE path_claim (
    store_id  TEXT NOT NULL REFERENCES document_store (id),
    path      TEXT NOT NULL,
    upload_id TEXT NOT NULL UNIQUE REFERENCES upload (id),
    PRIMARY KEY (store_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_family (
    id              TEXT    NOT NULL PRIMARY KEY,
    organization_id TEXT    NOT NULL,
    store_id        TEXT    NOT NULL,
    intake_id       TEXT    NOT NULL,
    upload_id       TEXT    NOT NULL UNIQUE REFERENCES upload (id),
    path            TEXT    NOT NULL,
    original_path   TEXT    NOT NULL,
    created_on      TEXT    NOT NULL,
    updated_on      TEXT    NOT NULL,
    change_sequence INTEGER NOT NULL,
    metadata        TEXT    NOT NULL,
    warnings        TEXT    NOT NULL,
    FOREIGN KEY (store_id, organization_id) REFERENCES document_store (id, organization_id)
) STRICT;
CREATE INDEX document_family_by_organization ON document_family (organization_id, id);
CREATE INDEX document_family_by_store ON document_family (store_id, id);
-- with the id behind the path: a page of a prefix is found in the index alone
CREATE INDEX document_family_by_store_and_path ON document_family (store_id, path, id);
CREATE INDEX document_family_by_organization_and_path ON document_family (organization_id, path, id);
CREATE INDEX document_family_by_path ON document_family (path, id);

CREATE TABLE content_object (
    id           TEXT    NOT NULL PRIMARY KEY,
    family_id    TEXT    NOT NULL REFERENCES document_family (id) ON DELETE CASCADE,
    content_type TEXT    NOT NULL,
    object_key   TEXT    NOT NULL UNIQUE,
    size         INTEGER NOT NULL,
    verification TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    UNIQUE (family_id, content_type)
) STRICT;
