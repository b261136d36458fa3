package dev.penstock.kddb;

/// The tables and indices of a container, as the Python library makes them for a document without
/// nodes. It takes the second column of `metadata`, whatever its name, and its inserts name the
/// columns of the others.
final class Tables {
    static final String EXTERNAL_DATA =
            """
            CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB);
            """;

    static final String KNOWLEDGE_FEATURES =
            """
            CREATE TABLE document_knowledge_features (obj BLOB);
            """;

    static final String ALL =
            """
            CREATE TABLE metadata (id INTEGER PRIMARY KEY, metadata TEXT);
            CREATE TABLE cn (id INTEGER PRIMARY KEY, nt INTEGER, pid INTEGER, idx INTEGER);
            CREATE TABLE cnp (id INTEGER PRIMARY KEY, cn_id INTEGER, pos INTEGER, content TEXT, content_idx INTEGER);
            CREATE TABLE n_type (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE f_type (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE ft (id INTEGER PRIMARY KEY, cn_id INTEGER, f_type INTEGER, binary_value BLOB, single INTEGER, tag_uuid TEXT);
            CREATE UNIQUE INDEX n_type_uk ON n_type(name);
            CREATE UNIQUE INDEX f_type_uk ON f_type(name);
            CREATE INDEX cn_perf ON cn(nt);
            CREATE INDEX cn_perf2 ON cn(pid);
            CREATE INDEX cnp_perf ON cnp(cn_id, pos);
            CREATE INDEX f_perf ON ft(cn_id);
            CREATE INDEX f_perf2 ON ft(tag_uuid);
            CREATE TABLE content_exceptions (id INTEGER PRIMARY KEY, tag TEXT, message TEXT, exception_details TEXT, group_uuid TEXT,
                tag_uuid TEXT, exception_type TEXT, exception_type_id TEXT, severity TEXT, node_uuid TEXT);
            CREATE TABLE model_insights (id INTEGER PRIMARY KEY, model_insight TEXT);
            """
                    + EXTERNAL_DATA
                    + KNOWLEDGE_FEATURES;

    static final String INSERT_METADATA = "INSERT INTO metadata (id, metadata) VALUES (1, ?)";

    static final String INSERT_EXTERNAL_DATA = "INSERT INTO ed (key, obj) VALUES ('default', ?)";

    static final String INSERT_KNOWLEDGE_FEATURES =
            "INSERT INTO document_knowledge_features (rowid, obj) VALUES (1, ?)";

    private Tables() {}
}
