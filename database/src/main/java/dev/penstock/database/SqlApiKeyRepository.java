package dev.penstock.database;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Tables `api_key` and `api_key_grant`.
final class SqlApiKeyRepository implements ApiKeyRepository {
    private static final String INSERT =
            """
            INSERT INTO api_key
              (id, name, hash, expires_at, created_on, updated_on, change_sequence)
            VALUES (:id, :name, :hash, :expiresAt, :createdOn, :updatedOn, :changeSequence)
            """;
    private static final String UPDATE =
            """
            UPDATE api_key
            SET name = :name, expires_at = :expiresAt, updated_on = :updatedOn,
                change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String DELETE = "DELETE FROM api_key WHERE id = :id";
    private static final String ANY = "SELECT id FROM api_key LIMIT 1";
    private static final String PAGE = " k.id > :after ORDER BY k.id LIMIT :limit";
    private static final String IN_ORGANIZATIONS_ONLY =
            """
            EXISTS (SELECT 1 FROM api_key_grant g WHERE g.api_key_id = k.id)
            AND NOT EXISTS (SELECT 1 FROM api_key_grant g WHERE g.api_key_id = k.id
              AND (g.organization_id IS NULL OR g.organization_id NOT IN (<organizations>)))
            AND\
            """;

    private final Connections connections;

    SqlApiKeyRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(ApiKey key) {
        return saved(h -> {
            bind(h.createUpdate(INSERT), key).execute();
            Grants.insert(h, key);
            return Saved.SAVED;
        });
    }

    @Override
    public Saved update(ApiKey changed) {
        return saved(h -> {
            if (bind(h.createUpdate(UPDATE), changed).execute() == 0) {
                return Saved.STALE;
            }
            Grants.delete(h, changed.id());
            Grants.insert(h, changed);
            return Saved.SAVED;
        });
    }

    private Saved saved(Function<Handle, Saved> work) {
        try {
            return connections.write(work);
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    private static Update bind(Update update, ApiKey key) {
        return update.bind("id", key.id().toString())
                .bind("name", key.name())
                .bind("hash", key.hash().hex())
                .bind("expiresAt", key.expiresAt().map(Times::text))
                .bind("createdOn", Times.text(key.createdOn()))
                .bind("updatedOn", Times.text(key.updatedOn()))
                .bind("changeSequence", key.changeSequence());
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return select("k.id = :id", q -> q.bind("id", id.toString())).stream().findFirst();
    }

    @Override
    public Optional<ApiKey> find(SecretHash hash) {
        return select("k.hash = :hash", q -> q.bind("hash", hash.hex())).stream().findFirst();
    }

    @Override
    public Page<ApiKey> list(PageRequest page) {
        return page(PAGE, q -> q, page);
    }

    @Override
    public Page<ApiKey> list(Set<OrganizationId> organizations, PageRequest page) {
        return page(
                IN_ORGANIZATIONS_ONLY + PAGE,
                q -> q.bindList("organizations", Ids.texts(organizations)),
                page);
    }

    private Page<ApiKey> page(String where, UnaryOperator<Query> bind, PageRequest page) {
        List<ApiKey> keys =
                select(
                        where,
                        q ->
                                bind.apply(q)
                                        .bind("after", page.after().map(UUID::toString).orElse(""))
                                        .bind("limit", page.limit() + 1));
        return Page.of(keys, page, k -> k.id().value());
    }

    /// Keys with their grants, in one statement so that both are of one moment.
    private List<ApiKey> select(String where, UnaryOperator<Query> bind) {
        String sql =
                """
                SELECT k.*, g.organization_id, g.permissions
                FROM (SELECT * FROM api_key k WHERE %s) k
                LEFT JOIN api_key_grant g ON g.api_key_id = k.id
                ORDER BY k.id, g.position
                """
                        .formatted(where);
        return connections.read(
                h -> Grants.fold(bind.apply(h.createQuery(sql)).map(Grants::keyWithGrant).list()));
    }

    @Override
    public boolean isEmpty() {
        return connections.findOne(ANY, q -> q, r -> r.text("id")).isEmpty();
    }

    @Override
    public boolean delete(ApiKeyId id) {
        return connections.update(DELETE, u -> u.bind("id", id.toString())) == 1;
    }
}
