package dev.penstock.database;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.IntakeActivity;
import dev.penstock.core.upload.IntakeActivity.LastProblem;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadStep;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables `upload_step` and `upload`, read for people who watch.
final class SqlUploadHistory implements UploadHistory {
    private static final String STEPS =
            "SELECT * FROM upload_step WHERE upload_id = :id ORDER BY version";

    /// Every value is found at the end of an index.
    static final String ACTIVITY =
            """
            SELECT a.*, p.cause, p.changed_on FROM (
              SELECT i.id,
                (SELECT count(*) FROM upload u
                  WHERE u.intake_id = i.id AND u.created_on >= :dayBegan) AS today,
                (SELECT count(*) FROM upload u
                  WHERE u.intake_id = i.id AND (u.state = 'completing'
                    OR (u.state IN ('receiving', 'stored') AND u.deadline > :now))) AS open_uploads,
                (SELECT max(u.created_on) FROM upload u WHERE u.intake_id = i.id) AS last_upload,
                (SELECT u.id FROM upload u WHERE u.intake_id = i.id AND u.cause IS NOT NULL
                  ORDER BY u.changed_on DESC LIMIT 1) AS problem_upload
              FROM intake i WHERE i.id IN (<intakes>)
            ) a LEFT JOIN upload p ON p.id = a.problem_upload
            """;

    private final Connections connections;

    SqlUploadHistory(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<UploadStep> steps(UploadId id) {
        RowReader<UploadStep> step = SqlUploadHistory::step;
        return connections.read(
                h -> h.createQuery(STEPS).bind("id", id.toString()).map(step).list());
    }

    private static UploadStep step(Row row) throws SQLException {
        return new UploadStep(
                UploadColumns.state(row.text("state")),
                row.instant("came_on"),
                row.optionalText("cause").map(UploadColumns::cause));
    }

    @Override
    public List<IntakeActivity> activity(Set<IntakeId> intakes, Instant dayBegan, Instant now) {
        if (intakes.isEmpty()) {
            return List.of();
        }
        RowReader<IntakeActivity> activity = SqlUploadHistory::activity;
        return connections.read(h ->
                h.createQuery(ACTIVITY)
                        .bindList("intakes", Ids.texts(intakes))
                        .bind("dayBegan", Times.text(dayBegan))
                        .bind("now", Times.text(now))
                        .map(activity)
                        .list());
    }

    private static IntakeActivity activity(Row row) throws SQLException {
        return new IntakeActivity(
                new IntakeId(row.uuid("id")),
                Math.toIntExact(row.number("today")),
                Math.toIntExact(row.number("open_uploads")),
                row.optionalInstant("last_upload"),
                problem(row));
    }

    private static Optional<LastProblem> problem(Row row) throws SQLException {
        Optional<ProblemCode> code = row.optionalText("cause").map(UploadColumns::cause);
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LastProblem(
                                new UploadId(row.uuid("problem_upload")),
                                code.get(),
                                row.instant("changed_on")));
    }
}
