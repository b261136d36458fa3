package dev.penstock.testkit.repository;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Optional;

/// Who runs a program that refuses to run as root.
///
/// @param name empty: whoever runs the test
record UnprivilegedUser(Optional<String> name) {

    static UnprivilegedUser find() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new UnprivilegedUser(root ? Optional.of("nobody") : Optional.empty());
    }

    /// What to write before a command. `setpriv` (util-linux) replaces itself by the command, so
    /// the process is the command's own.
    List<String> prefix() {
        return name.map(n ->
                        List.of(
                                "setpriv",
                                "--reuid=" + n,
                                "--clear-groups",
                                "--inh-caps=-all",
                                "--regid=nogroup"))
                .orElse(List.of());
    }

    /// Gives a file or folder to the user.
    void own(Path file) throws IOException {
        if (name.isPresent()) {
            UserPrincipalLookupService users =
                    FileSystems.getDefault().getUserPrincipalLookupService();
            Files.setOwner(file, users.lookupPrincipalByName(name.get()));
        }
    }
}
