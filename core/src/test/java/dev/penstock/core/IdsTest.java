package dev.penstock.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.TokenId;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.upload.UploadId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final UUID VALUE = UUID.fromString("0192F0A1-7C3B-7ABC-8DEF-0123456789AB");

    @Test
    void ids_are_lower_case_uuids_in_text_and_never_equal_to_ids_of_other_things() {
        List<Record> ids =
                List.of(
                        new ApiKeyId(VALUE),
                        new TokenId(VALUE),
                        new ContentObjectId(VALUE),
                        new FamilyId(VALUE),
                        new IntakeId(VALUE),
                        new OrganizationId(VALUE),
                        new StoreId(VALUE),
                        new UploadId(VALUE));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .extracting(Record::toString)
                .containsOnly("0192f0a1-7c3b-7abc-8def-0123456789ab");
    }
}
