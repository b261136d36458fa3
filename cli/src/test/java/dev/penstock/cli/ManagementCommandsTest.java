package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementCommandsTest {
    private static TestService service;
    private static Shell admin;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = TestService.in(folder);
        admin = service.administrator();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private void gone(String... words) {
        var ended = admin.run(words);
        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.err()).startsWith("penstock: there is no ").hasLineCount(1);
    }

    @Test
    void organization_is_made_listed_shown_changed_and_deleted() {
        assertThat(admin.done("org", "create", "alpha", "--name", "Alpha Ltd"))
                .containsPattern("slug +alpha")
                .containsPattern("name +Alpha Ltd");
        assertThat(admin.done("org", "list")).contains("ORGANIZATION", "alpha", "Alpha Ltd");
        assertThat(admin.run("org", "show", "alpha", "--json").json())
                .containsEntry("slug", "alpha")
                .containsKeys("id", "createdOn", "changeSequence");
        admin.done("org", "set", "alpha", "--name", "Alpha & Sons");
        assertThat(admin.done("org", "show", "alpha")).contains("Alpha & Sons");
        assertThat(admin.done("org", "delete", "alpha")).isEqualTo("deleted organization alpha\n");
        gone("org", "show", "alpha");
    }

    @Test
    void name_is_the_slug_when_none_is_given() {
        assertThat(admin.run("org", "create", "unnamed", "--json").json())
                .containsEntry("name", "unnamed");
    }

    @Test
    void store_is_made_listed_shown_changed_and_deleted() {
        admin.done("org", "create", "beta");
        assertThat(admin.done("store", "create", "beta/inbox", "--name", "Inbox"))
                .containsPattern("ref +beta/inbox");
        assertThat(admin.done("store", "list")).contains("STORE", "beta/inbox");
        admin.done("store", "set", "beta/inbox", "--name", "In-tray");
        assertThat(admin.run("store", "show", "beta/inbox", "--json").json())
                .containsEntry("name", "In-tray");
        assertThat(admin.done("store", "delete", "beta/inbox")).contains("beta/inbox");
        gone("store", "show", "beta/inbox");
    }

    @Test
    void what_others_need_is_not_deleted() {
        admin.done("org", "create", "needed");
        admin.done("store", "create", "needed/inbox");

        var ended = admin.run("org", "delete", "needed");

        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.err()).startsWith("penstock: in-use: ");
    }

    @Test
    void intake_is_made_closed_and_opened_by_its_switches() {
        admin.done("org", "create", "gamma");
        admin.done("store", "create", "gamma/inbox");
        admin.done("store", "create", "gamma/other");
        admin.done("intake", "create", "gamma/large-files", "--store", "gamma/inbox");
        assertThat(intake("gamma/large-files"))
                .containsEntry("active", false)
                .containsEntry("largeUploadEnabled", false)
                .containsEntry("name", "large-files");

        admin.done("intake", "set", "gamma/large-files", "--large-uploads", "on");
        assertThat(intake("gamma/large-files"))
                .containsEntry("largeUploadEnabled", true)
                .containsEntry("active", false);

        admin.done("intake", "set", "--active", "gamma/large-files", "--large-uploads", "off");
        assertThat(intake("gamma/large-files"))
                .containsEntry("active", true)
                .containsEntry("largeUploadEnabled", false);

        admin.done("intake", "set", "gamma/large-files", "--store", "gamma/other");
        assertThat(intake("gamma/large-files").get("store"))
                .isInstanceOfSatisfying(
                        Map.class, store -> assertThat(store.get("ref")).isEqualTo("gamma/other"));
        assertThat(admin.done("intake", "list"))
                .contains("LARGE UPLOADS")
                .containsPattern("gamma/large-files +gamma/other +on +off +large-files");
        assertThat(admin.done("intake", "delete", "gamma/large-files"))
                .isEqualTo("deleted intake gamma/large-files\n");
        gone("intake", "show", "gamma/large-files");
    }

    private Map<String, @Nullable Object> intake(String address) {
        return admin.run("intake", "show", address, "--json").json();
    }

    @Test
    void limits_of_an_intake_are_set() {
        admin.done("org", "create", "limits");
        admin.done("store", "create", "limits/inbox");
        admin.done("intake", "create", "limits/large-files", "--store", "limits/inbox");

        admin.done(
                "intake",
                "set",
                "limits/large-files",
                "--name=Big ones",
                "--description=for the night",
                "--require-checksums",
                "--require-declared-parts=on",
                "--max-file-size=50GiB",
                "--max-open-uploads=7",
                "--upload-ttl=PT12H");

        assertThat(intake("limits/large-files"))
                .containsEntry("name", "Big ones")
                .containsEntry("description", "for the night")
                .containsEntry("requireChecksums", true)
                .containsEntry("requireDeclaredParts", true)
                .containsEntry("maxOpenUploads", 7)
                .containsEntry("uploadTtl", "PT12H")
                .hasEntrySatisfying(
                        "maxFileBytes", bytes -> assertThat(bytes).isEqualTo(50L << 30));
    }

    @Test
    void label_is_made_listed_shown_changed_and_deleted() {
        admin.done("org", "create", "eta");
        assertThat(admin.done("label", "create", "eta/to check/now", "--color", "#D9480F"))
                .containsPattern("name +TO CHECK/NOW")
                .containsPattern("color +#d9480f");
        assertThat(admin.done("label", "list", "--org", "eta"))
                .contains("LABEL")
                .containsPattern("eta/TO CHECK/NOW +#d9480f +[0-9a-f-]{36}");
        admin.done("label", "set", "eta/To Check/Now", "--name", "later", "--color", "none");
        assertThat(admin.run("label", "show", "eta/later", "--json").json())
                .containsEntry("label", "LATER")
                .containsEntry("color", null);
        assertThat(admin.done("label", "delete", "eta/later"))
                .isEqualTo("deleted label eta/LATER\n");
        gone("label", "show", "eta/later");
    }

    @Test
    void status_is_made_listed_shown_changed_and_deleted() {
        admin.done("org", "create", "theta");
        admin.done("org", "create", "theta-2");
        admin.done("status", "create", "theta/new", "--name", "New");
        admin.done("status", "create", "theta-2/new");
        assertThat(admin.done("status", "list"))
                .containsPattern("theta/new +New +- +[0-9a-f-]{36}")
                .contains("theta-2/new");
        assertThat(admin.done("status", "list", "--org", "theta")).doesNotContain("theta-2");
        admin.done("status", "set", "theta/new", "--color", "#2b8a3e");
        assertThat(admin.run("status", "show", "theta/new", "--json").json())
                .containsEntry("name", "New")
                .containsEntry("color", "#2b8a3e");
        admin.done("status", "delete", "theta/new");
        gone("status", "show", "theta/new");
    }

    @Test
    void feature_is_made_and_named_by_an_intake() {
        admin.done("org", "create", "iota");
        admin.done("store", "create", "iota/inbox");
        var totals = admin.run("feature", "create", "iota/totals", "--json").json().get("id");
        var dates = admin.run("feature", "create", "iota/dates", "--json").json().get("id");
        admin.done("feature", "set", "iota/dates", "--name", "Dates");
        assertThat(admin.done("feature", "list", "--org", "iota"))
                .containsPattern("iota/totals +totals")
                .containsPattern("iota/dates +Dates");

        admin.done(
                "intake",
                "create",
                "iota/large-files",
                "--store=iota/inbox",
                "--allow-multiple-files",
                "--content-type=application/pdf",
                "--content-type=image/*",
                "--feature=totals");
        assertThat(intake("iota/large-files"))
                .containsEntry("allowMultipleFiles", true)
                .containsEntry("allowedContentTypes", List.of("application/pdf", "image/*"))
                .containsEntry("knowledgeFeatureIds", List.of(String.valueOf(totals)));

        admin.done(
                "intake", "set", "iota/large-files", "--feature", "dates", "--feature", "totals");
        assertThat(intake("iota/large-files"))
                .containsEntry(
                        "knowledgeFeatureIds",
                        List.of(String.valueOf(dates), String.valueOf(totals)))
                .containsEntry("allowMultipleFiles", true);

        admin.done("intake", "set", "iota/large-files", "--feature=", "--content-type=");
        assertThat(intake("iota/large-files"))
                .containsEntry("allowedContentTypes", List.of())
                .containsEntry("knowledgeFeatureIds", List.of());
        admin.done("feature", "delete", "iota/dates");
        gone("feature", "show", "iota/dates");
    }

    @Test
    void token_is_shown_once_and_dies_at_its_deletion() {
        var secret = TestService.token(admin, "delta");
        assertThat(secret).startsWith("kit_");
        var intake = "delta/large-files";
        var holder =
                new Shell(Path.of("nowhere"))
                        .set("PENSTOCK_URL", service.url())
                        .set("PENSTOCK_TOKEN", secret);

        for (var shown :
                List.of(
                        admin.done("token", "list", intake),
                        admin.done("token", "show", intake, "tests"),
                        admin.done("token", "list", intake, "--json"))) {
            assertThat(shown).contains("tests").doesNotContain(secret);
        }
        assertThat(resume(holder).err()).contains("upload-not-found");
        assertThat(admin.done("token", "delete", intake, "tests"))
                .isEqualTo("deleted token tests\n");
        assertThat(resume(holder).err()).contains("unauthenticated").doesNotContain(secret);
        gone("token", "show", intake, "tests");
    }

    /// Something that only asks.
    private static Shell.Ended resume(Shell shell) {
        return shell.run(
                "abort", "00000000-0000-4000-8000-000000000000", "--intake", "delta/large-files");
    }

    @Test
    void token_may_expire() {
        TestService.token(admin, "expiry");

        var token =
                admin.run(
                        "token",
                        "create",
                        "expiry/large-files",
                        "--name",
                        "short",
                        "--expires",
                        "P30D",
                        "--json");

        assertThat(token.json()).containsKey("expiresAt");
    }

    @Test
    void key_is_granted_changed_and_deleted() {
        admin.done("org", "create", "epsilon");
        var made =
                admin.run(
                        "key",
                        "create",
                        "--name",
                        "reports",
                        "--grant",
                        "epsilon=store:read,intake:read",
                        "--expires",
                        "P1Y",
                        "--json");
        var secret = String.valueOf(made.json().get("key"));
        assertThat(secret).startsWith("pak_");
        var holder =
                new Shell(Path.of("nowhere"))
                        .set("PENSTOCK_URL", service.url())
                        .set("PENSTOCK_API_KEY", secret);

        assertThat(holder.done("store", "list")).contains("STORE");
        assertThat(holder.run("store", "create", "epsilon/inbox").status())
                .isEqualTo(ExitStatus.FAILED);
        assertThat(admin.done("key", "list"))
                .containsPattern("reports .* epsilon=intake:read,store:read")
                .containsPattern("administrator +never +\\*=admin")
                .doesNotContain(secret);
        admin.done("key", "set", "reports", "--name", "reporting");
        assertThat(admin.done("key", "show", "reporting")).doesNotContain(secret);
        assertThat(admin.done("key", "delete", "reporting")).isEqualTo("deleted key reporting\n");
        assertThat(holder.run("store", "list").err()).contains("unauthenticated");
    }

    @Test
    void key_for_everything_is_one_of_an_administrator() {
        var made = admin.run("key", "create", "--name", "root", "--grant", "*=admin", "--json");
        var root =
                new Shell(Path.of("nowhere"))
                        .set("PENSTOCK_URL", service.url())
                        .set("PENSTOCK_API_KEY", String.valueOf(made.json().get("key")));

        assertThat(root.done("org", "create", "by-root")).contains("by-root");
    }

    @Test
    void json_of_a_list_is_an_object_a_line_and_of_a_deletion_nothing() {
        admin.done("org", "create", "zeta-1");
        admin.done("org", "create", "zeta-2");

        assertThat(admin.run("org", "list", "--json").jsonLines())
                .extracting(object -> object.get("slug"))
                .contains("zeta-1", "zeta-2");
        assertThat(admin.done("org", "delete", "zeta-1", "--json")).isEmpty();
    }
}
