package dev.penstock.database;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.upload.UploadFilter;
import dev.penstock.core.upload.UploadState;
import java.time.Instant;
import org.jdbi.v3.core.statement.Query;

/// The query behind a list of an intake's uploads. A state holds as of now: what waits past its
/// deadline counts as expired, whether or not it has been saved so.
record UploadListing(IntakeId intake, UploadFilter filter, Instant now) {

    /// With the parameters of [Connections#page].
    String sql() {
        return "SELECT * FROM upload WHERE intake_id = :intake"
                + filter.state().map(UploadListing::condition).orElse("")
                + " AND "
                + Keyset.page("id", filter.order());
    }

    private static String condition(UploadState state) {
        return state == UploadState.EXPIRED
                ? " AND (state = :state OR (state IN ('receiving', 'stored') AND deadline <= :now))"
                : " AND state = :state AND (state NOT IN ('receiving', 'stored') OR deadline > :now)";
    }

    Query bind(Query query) {
        filter.state().ifPresent(s -> query.bind("state", s.text()).bind("now", Times.text(now)));
        return query.bind("intake", intake.toString());
    }
}
