package dev.penstock.database;

import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.installation.InstallationRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.core.vocabulary.LabelRepository;
import java.time.Clock;
import java.time.InstantSource;

/// An open database with all repositories. Safe for many threads; what a call saved is durable when
/// it returns. Every call may throw [DatabaseException].
public final class Database implements AutoCloseable {
    private final Connections connections;

    private Database(Connections connections) {
        this.connections = connections;
    }

    /// Opens a database, making it or bringing it to this version's schema as needed.
    ///
    /// @throws DatabaseException when it cannot be reached, is of no known kind, was migrated by a
    ///   newer version, or is a SQLite file that another process uses
    public static Database open(DatabaseSettings settings) {
        return open(settings, Clock.systemUTC());
    }

    /// The same, where a database in this process goes by this clock.
    public static Database open(DatabaseSettings settings, InstantSource clock) {
        return new Database(Connections.open(Dialect.of(settings, clock)));
    }

    public OrganizationRepository organizations() {
        return new SqlOrganizationRepository(connections);
    }

    public DocumentStoreRepository documentStores() {
        return new SqlDocumentStoreRepository(connections);
    }

    public LabelRepository labels() {
        return new SqlLabelRepository(connections);
    }

    public DocumentStatusRepository documentStatuses() {
        return new SqlDocumentStatusRepository(connections);
    }

    public KnowledgeFeatureRepository knowledgeFeatures() {
        return new SqlKnowledgeFeatureRepository(connections);
    }

    public IntakeRepository intakes() {
        return new SqlIntakeRepository(connections);
    }

    public IntakeTokenRepository intakeTokens() {
        return new SqlIntakeTokenRepository(connections);
    }

    public ApiKeyRepository apiKeys() {
        return new SqlApiKeyRepository(connections);
    }

    public UploadRepository uploads() {
        return new SqlUploadRepository(connections);
    }

    public UploadHistory uploadHistory() {
        return new SqlUploadHistory(connections);
    }

    public RemovalRepository removals() {
        return new SqlRemovalRepository(connections);
    }

    public DocumentRepository documents() {
        return new SqlDocumentRepository(connections);
    }

    public InstallationRepository installation() {
        return new SqlInstallationRepository(connections);
    }

    /// Whether it answers now. Waits no longer than for a connection.
    public boolean isReady() {
        try {
            return connections.findOne("SELECT 1 AS one", q -> q, r -> r.number("one")).isPresent();
        } catch (DatabaseException e) {
            return false;
        }
    }

    /// Ends all connections; what was saved stays.
    @Override
    public void close() {
        connections.close();
    }
}
