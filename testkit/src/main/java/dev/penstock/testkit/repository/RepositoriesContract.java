package dev.penstock.testkit.repository;

import org.junit.jupiter.api.Nested;

/// All suites of the repositories. The test of an adapter extends this and says where they are.
public abstract class RepositoriesContract {

    /// The same ones for every test of the class.
    protected abstract Repositories repositories();

    @Nested
    class OrganizationsTest extends OrganizationRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class DocumentStoresTest extends DocumentStoreRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class LabelsTest extends LabelRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class DocumentStatusesTest extends DocumentStatusRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class KnowledgeFeaturesTest extends KnowledgeFeatureRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class IntakesTest extends IntakeRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class IntakeTokensTest extends IntakeTokenRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class ApiKeysTest extends ApiKeyRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class UploadsTest extends UploadRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class UploadListsTest extends UploadListContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class UploadHistoryTest extends UploadHistoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class PathClaimsTest extends PathClaimContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class LeasesTest extends LeaseContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class RemovalsTest extends RemovalRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class IdempotencyKeysTest extends IdempotencyKeyContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class DocumentsTest extends DocumentRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }

    @Nested
    class InstallationTest extends InstallationRepositoryContract {
        @Override
        protected Repositories repositories() {
            return RepositoriesContract.this.repositories();
        }
    }
}
