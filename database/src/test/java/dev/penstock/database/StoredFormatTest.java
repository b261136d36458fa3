package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.VerifiedParts;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.testkit.repository.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of the JSON columns, spelled out: databases hold them, so they cannot change without a
/// new version of the format.
class StoredFormatTest {
    private static final Checksum CRC = new Checksum(ChecksumAlgorithm.CRC32C, "4waSgw==");

    @Test
    void an_announcement_of_all_there_is() {
        String text =
                "{\"v\":1,\"path\":\"a/\\u00E4\",\"contentType\":\"text/plain\",\"length\":5,"
                        + "\"partSize\":8388608,\"parts\":\"EQUAL\",\"checksumAlgorithm\":\"CRC32C\","
                        + "\"checksum\":\"CRC32C:4waSgw==\"}";
        var json =
                new AnnouncementJson(
                        1,
                        "a/ä",
                        "text/plain",
                        Optional.of(5L),
                        8388608,
                        AnnouncementJson.Parts.EQUAL,
                        Optional.of(ChecksumAlgorithm.CRC32C),
                        Optional.of("CRC32C:4waSgw=="));

        assertThat(Json.write(json)).isEqualTo(text);
        assertThat(AnnouncementJson.read(text)).isEqualTo(json);
        assertThat(json.plan()).isEqualTo(new PartPlan.Equal(ByteCount.mebibytes(8)));
    }

    @Test
    void the_limits_of_an_intake() {
        String beginning =
                "{\"v\":1,\"maxFileBytes\":53687091200000,\"maxOpenUploads\":1000000,"
                        + "\"declaredParts\":\"REQUIRED\",\"callerChecksums\":\"REQUIRED\",";
        String types = "\"allowedContentTypes\":[\"application/pdf\",\"image/*\"],";
        String rest = "\"uploadTtl\":\"PT26H3.5S\"}";

        assertThat(LimitsJson.write(Samples.limits())).isEqualTo(beginning + types + rest);
        assertThat(LimitsJson.read(beginning + types + rest)).isEqualTo(Samples.limits());
        assertThat(LimitsJson.read(beginning + rest).allowedContentTypes()).isEmpty();
    }

    @Test
    void the_data_of_a_completing_upload() {
        var request =
                new CompletionRequest(
                        new DocumentPath("a"),
                        new DocumentFields(
                                Map.of("n", new BigDecimal("1.50")),
                                Map.of(),
                                Optional.of(Map.of("k", 1)),
                                LabelName.list("a,b"),
                                Optional.of("s"),
                                List.of("f"),
                                Optional.empty(),
                                Optional.of("2")),
                        List.of());
        var part =
                new StoredPart(
                        new PartNumber(1), new ByteCount(7), new ETag("e"), Optional.of(CRC));
        var verified =
                new VerifiedParts(
                        List.of(part), new ByteCount(7), Verification.SIZE, Optional.of(CRC));
        var data = new UploadData.Completing(1, RequestJson.of(request), VerifiedJson.of(verified));
        String text =
                "{\"v\":1,\"request\":{\"path\":\"a\",\"metadata\":{\"n\":1.50},\"extraFields\":{},"
                        + "\"filename\":null,\"documentVersion\":\"2\",\"warnings\":[],"
                        + "\"externalData\":{\"k\":1},\"labels\":[\"A\",\"B\"],\"statusId\":\"s\","
                        + "\"knowledgeFeatures\":[\"f\"]},"
                        + "\"verified\":{\"size\":7,\"verification\":\"SIZE\","
                        + "\"whole\":\"CRC32C:4waSgw==\",\"parts\":[{\"number\":1,\"size\":7,"
                        + "\"etag\":\"e\",\"checksum\":\"CRC32C:4waSgw==\"}]}}";

        assertThat(Json.write(data)).isEqualTo(text);
        UploadData.Completing read = Json.read(text, UploadData.Completing.class);
        assertThat(read.request().request()).isEqualTo(request);
        assertThat(read.verified().verified()).isEqualTo(verified);
    }

    @Test
    void the_data_of_a_completed_upload() {
        var object =
                new StoredObject(
                        new ByteCount(7),
                        new ETag("e-1"),
                        Optional.of(
                                new ObjectChecksum(
                                        ChecksumAlgorithm.CRC32C,
                                        ObjectChecksum.Type.COMPOSITE,
                                        "4waSgw==-1")));
        CompletionRequest request = CompletionRequest.plain(new DocumentPath("a"));
        var data =
                new UploadData.Completed(
                        1, Optional.of(RequestJson.of(request)), ObjectJson.of(object), 1);
        String rest =
                "\"object\":{\"size\":7,\"etag\":\"e-1\","
                        + "\"checksum\":\"CRC32C:COMPOSITE:4waSgw==-1\"},\"partCount\":1}";
        String text =
                "{\"v\":1,\"request\":{\"path\":\"a\",\"metadata\":{},\"extraFields\":{},"
                        + "\"filename\":null,\"documentVersion\":null,\"warnings\":[],"
                        + "\"externalData\":null,\"labels\":[],\"statusId\":null,"
                        + "\"knowledgeFeatures\":[]},"
                        + rest;

        assertThat(Json.write(data)).isEqualTo(text);
        UploadData.Completed read = Json.read(text, UploadData.Completed.class);
        assertThat(read.object().object()).isEqualTo(object);
        assertThat(read.request().map(RequestJson::request)).contains(request);
        assertThat(Json.read("{\"v\":1," + rest, UploadData.Completed.class).request()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e0", "15E-1", "1.10", "1E+3", "0.0", "-0", "1e1", "100", "1e-7"})
    void a_number_is_read_as_what_it_was_before(String number) {
        String text = "{\"v\":1,\"metadata\":{\"n\":" + number + "}}";
        Map<String, ?> first = MetadataJson.read(text);

        assertThat(MetadataJson.read(Json.write(new MetadataJson(1, Map.copyOf(first)))))
                .isEqualTo(first);
    }

    @Test
    void a_newer_version_is_refused_by_name() {
        assertThatThrownBy(() -> MetadataJson.read("{\"v\":2,\"metadata\":{},\"more\":1}"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("version 2 of MetadataJson");
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThatThrownBy(() -> MetadataJson.read("{\"v\":1,"))
                .isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> MetadataJson.read("{}")).isInstanceOf(DatabaseException.class);
    }
}
