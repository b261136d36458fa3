ALTER TABLE document_family ADD COLUMN status_id text COLLATE "C" REFERENCES document_status (id);
CREATE INDEX document_family_by_status ON document_family (status_id, id) WHERE status_id IS NOT NULL;
CREATE INDEX document_family_by_creation ON document_family (organization_id, created_on, id);

CREATE TABLE family_label (
    family_id text COLLATE "C" NOT NULL REFERENCES document_family (id) ON DELETE CASCADE,
    label_id  text COLLATE "C" NOT NULL REFERENCES label (id) ON DELETE CASCADE,
    position  bigint NOT NULL,
    PRIMARY KEY (family_id, label_id)
);
CREATE INDEX family_label_by_label ON family_label (label_id, family_id);

-- source: who brought it, `intake:<slug>` or `upload`
CREATE TABLE family_feature (
    family_id  text COLLATE "C" NOT NULL REFERENCES document_family (id) ON DELETE CASCADE,
    feature_id text COLLATE "C" NOT NULL REFERENCES knowledge_feature (id) ON DELETE CASCADE,
    position   bigint NOT NULL,
    source     text COLLATE "C" NOT NULL,
    PRIMARY KEY (family_id, feature_id)
);
CREATE INDEX family_feature_by_feature ON family_feature (feature_id);

-- All uploads of a direct request with several files, once they are documents.
ALTER TABLE idempotency_key ADD COLUMN uploads text COLLATE "C";
