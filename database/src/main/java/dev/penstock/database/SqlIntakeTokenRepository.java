package dev.penstock.database;

import dev.penstock.core.access.IntakeToken;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.access.TokenId;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Table `intake_token`.
final class SqlIntakeTokenRepository implements IntakeTokenRepository {
    private static final String INSERT =
            """
            INSERT INTO intake_token
              (id, intake_id, name, hash, expires_at, last_used_on, created_on)
            VALUES (:id, :intake, :name, :hash, :expiresAt, :lastUsedOn, :createdOn)
            """;
    private static final String TOUCH =
            """
            UPDATE intake_token SET last_used_on = :usedOn
            WHERE id = :id AND (last_used_on IS NULL OR last_used_on < :usedOn)
            """;
    private static final String DELETE =
            "DELETE FROM intake_token WHERE id = :id AND intake_id = :intake";
    private static final String FIND = "SELECT * FROM intake_token WHERE hash = :hash";
    private static final String LIST =
            """
            SELECT * FROM intake_token WHERE intake_id = :intake AND id > :after
            ORDER BY id LIMIT :limit
            """;

    private final Connections connections;

    SqlIntakeTokenRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(IntakeToken token) {
        try {
            connections.update(
                    INSERT,
                    u ->
                            u.bind("id", token.id().toString())
                                    .bind("intake", token.intakeId().toString())
                                    .bind("name", token.name())
                                    .bind("hash", token.hash().hex())
                                    .bind("expiresAt", token.expiresAt().map(Times::text))
                                    .bind("lastUsedOn", token.lastUsedOn().map(Times::text))
                                    .bind("createdOn", Times.text(token.createdOn())));
            return Saved.SAVED;
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    @Override
    public Optional<IntakeToken> find(SecretHash hash) {
        return connections.findOne(
                FIND, q -> q.bind("hash", hash.hex()), SqlIntakeTokenRepository::token);
    }

    @Override
    public Page<IntakeToken> list(IntakeId intake, PageRequest page) {
        return connections.page(
                LIST,
                q -> q.bind("intake", intake.toString()),
                page,
                SqlIntakeTokenRepository::token,
                t -> t.id().value());
    }

    @Override
    public void touch(TokenId id, Instant usedOn) {
        connections.update(
                TOUCH, u -> u.bind("id", id.toString()).bind("usedOn", Times.text(usedOn)));
    }

    @Override
    public boolean delete(IntakeId intake, TokenId id) {
        return connections.update(
                        DELETE, u -> u.bind("id", id.toString()).bind("intake", intake.toString()))
                == 1;
    }

    private static IntakeToken token(Row row) throws SQLException {
        return new IntakeToken(
                new TokenId(row.uuid("id")),
                new IntakeId(row.uuid("intake_id")),
                row.text("name"),
                new SecretHash(row.text("hash")),
                row.optionalInstant("expires_at"),
                row.optionalInstant("last_used_on"),
                row.instant("created_on"));
    }
}
