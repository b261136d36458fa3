package dev.penstock.core.installation;

import java.util.Optional;

/// Remembers what an installation must not forget of itself, such as the id of the storage that its
/// database belongs to. A value never changes once it is there.
public interface InstallationRepository {

    Optional<String> find(String key);

    /// Enters the value unless there is one already; of many that do so at once one wins.
    ///
    /// @return the value in force, durable on return
    String putIfAbsent(String key, String value);
}
