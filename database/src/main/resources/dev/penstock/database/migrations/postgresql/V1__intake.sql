-- Ids are UUIDs in lower-case text, times ISO-8601 UTC with nine digits of a second, both of which
-- sort as text. JSON columns are opaque here and carry their format's version ("v").

CREATE TABLE installation (
    name  text COLLATE "C" NOT NULL PRIMARY KEY,
    value text COLLATE "C" NOT NULL
);

CREATE TABLE organization (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    slug            text COLLATE "C" NOT NULL UNIQUE,
    name            text COLLATE "C" NOT NULL,
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL
);

CREATE TABLE document_store (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    organization_id text COLLATE "C" NOT NULL REFERENCES organization (id),
    slug            text COLLATE "C" NOT NULL,
    name            text COLLATE "C" NOT NULL,
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL,
    UNIQUE (organization_id, slug),
    UNIQUE (id, organization_id)
);

CREATE TABLE intake (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    organization_id text COLLATE "C" NOT NULL,
    store_id        text COLLATE "C" NOT NULL,
    slug            text COLLATE "C" NOT NULL,
    name            text COLLATE "C" NOT NULL,
    description     text COLLATE "C" NOT NULL,
    activity        text COLLATE "C" NOT NULL,
    large_uploads   text COLLATE "C" NOT NULL,
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL,
    limits          text COLLATE "C" NOT NULL,
    metadata        text COLLATE "C" NOT NULL,
    UNIQUE (organization_id, slug),
    -- the store is one of the same organization
    FOREIGN KEY (store_id, organization_id) REFERENCES document_store (id, organization_id)
);
CREATE INDEX intake_by_store ON intake (store_id);

CREATE TABLE intake_token (
    id           text COLLATE "C" NOT NULL PRIMARY KEY,
    intake_id    text COLLATE "C" NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
    name         text COLLATE "C" NOT NULL,
    hash         text COLLATE "C" NOT NULL UNIQUE,
    expires_at   text COLLATE "C",
    last_used_on text COLLATE "C",
    created_on   text COLLATE "C" NOT NULL
);
CREATE INDEX intake_token_by_intake ON intake_token (intake_id, id);

CREATE TABLE api_key (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    name            text COLLATE "C" NOT NULL,
    hash            text COLLATE "C" NOT NULL UNIQUE,
    expires_at      text COLLATE "C",
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL
);

-- organization_id NULL: every organization; permissions: names with a space between
CREATE TABLE api_key_grant (
    api_key_id      text COLLATE "C" NOT NULL REFERENCES api_key (id) ON DELETE CASCADE,
    position        bigint NOT NULL,
    organization_id text COLLATE "C" REFERENCES organization (id) ON DELETE CASCADE,
    permissions     text COLLATE "C" NOT NULL,
    PRIMARY KEY (api_key_id, position)
);
CREATE INDEX api_key_grant_by_organization ON api_key_grant (organization_id);

-- intake_id and store_id outlive what they name. open_store_id is the store while the upload is open:
-- a store stays as long as something may still come into it.
CREATE TABLE upload (
    id            text COLLATE "C" NOT NULL PRIMARY KEY,
    intake_id     text COLLATE "C" NOT NULL,
    store_id      text COLLATE "C" NOT NULL,
    open_store_id text COLLATE "C" REFERENCES document_store (id),
    state         text COLLATE "C" NOT NULL,
    version       bigint NOT NULL,
    kind          text COLLATE "C" NOT NULL,
    object_key    text COLLATE "C" NOT NULL UNIQUE,
    multipart_id  text COLLATE "C",
    path          text COLLATE "C" NOT NULL,
    deadline      text COLLATE "C" NOT NULL,
    created_on    text COLLATE "C" NOT NULL,
    changed_on    text COLLATE "C" NOT NULL,
    family_id     text COLLATE "C",
    cause         text COLLATE "C",
    announcement  text COLLATE "C" NOT NULL,
    data          text COLLATE "C"
);
CREATE INDEX upload_by_intake ON upload (intake_id, id);
CREATE INDEX upload_by_intake_and_state ON upload (intake_id, state, deadline);
CREATE INDEX upload_by_open_store ON upload (open_store_id) WHERE open_store_id IS NOT NULL;

-- Who has a path: an upload from `completing` on, and the document that it becomes.
CREATE TABLE path_claim (
    store_id  text COLLATE "C" NOT NULL REFERENCES document_store (id),
    path      text COLLATE "C" NOT NULL,
    upload_id text COLLATE "C" NOT NULL UNIQUE REFERENCES upload (id),
    PRIMARY KEY (store_id, path)
);

CREATE TABLE document_family (
    id              text COLLATE "C" NOT NULL PRIMARY KEY,
    organization_id text COLLATE "C" NOT NULL,
    store_id        text COLLATE "C" NOT NULL,
    intake_id       text COLLATE "C" NOT NULL,
    upload_id       text COLLATE "C" NOT NULL UNIQUE REFERENCES upload (id),
    path            text COLLATE "C" NOT NULL,
    original_path   text COLLATE "C" NOT NULL,
    created_on      text COLLATE "C" NOT NULL,
    updated_on      text COLLATE "C" NOT NULL,
    change_sequence bigint NOT NULL,
    metadata        text COLLATE "C" NOT NULL,
    warnings        text COLLATE "C" NOT NULL,
    FOREIGN KEY (store_id, organization_id) REFERENCES document_store (id, organization_id)
);
CREATE INDEX document_family_by_organization ON document_family (organization_id, id);
CREATE INDEX document_family_by_store ON document_family (store_id, id);
-- with the id behind the path: a page of a prefix is found in the index alone
CREATE INDEX document_family_by_store_and_path ON document_family (store_id, path, id);
CREATE INDEX document_family_by_organization_and_path ON document_family (organization_id, path, id);
CREATE INDEX document_family_by_path ON document_family (path, id);

CREATE TABLE content_object (
    id           text COLLATE "C" NOT NULL PRIMARY KEY,
    family_id    text COLLATE "C" NOT NULL REFERENCES document_family (id) ON DELETE CASCADE,
    content_type text COLLATE "C" NOT NULL,
    object_key   text COLLATE "C" NOT NULL UNIQUE,
    size         bigint NOT NULL,
    verification text COLLATE "C" NOT NULL,
    description  text COLLATE "C" NOT NULL,
    UNIQUE (family_id, content_type)
);
