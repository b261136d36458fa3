package dev.penstock.embedded.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoveringSegmentsTest {
    @Test
    void a_range_is_found_by_index(@TempDir Path folder) throws Exception {
        Catalog.create(folder, UUID.randomUUID());
        try (Connection connection = CatalogFile.openToRead(folder.resolve(Catalog.FILE))) {
            List<String> plan =
                    Sql.list(
                            connection,
                            row -> row.getString("detail"),
                            "EXPLAIN QUERY PLAN " + SegmentRows.COVERING,
                            1,
                            1,
                            1,
                            1);
            assertThat(plan)
                    .anyMatch(step -> step.contains("segments_by_start (content=? AND start>?)"))
                    .anyMatch(step -> step.contains("segments_by_start (content=? AND start<?)"))
                    .noneMatch(step -> step.startsWith("SCAN"))
                    .noneMatch(step -> step.contains("TEMP B-TREE"));
        }
    }
}
