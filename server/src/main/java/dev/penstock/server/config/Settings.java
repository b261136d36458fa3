package dev.penstock.server.config;

/// All that an operator may set, checked. Prints without secrets.
public record Settings(
        DataSettings data,
        HttpSettings http,
        DatabaseSettings database,
        StorageSettings storage,
        BootstrapSettings bootstrap,
        UploadSettings uploads) {

    static Settings from(Given given) {
        DataSettings data = DataSettings.from(given);
        Settings settings =
                new Settings(
                        data,
                        HttpSettings.from(given),
                        DatabaseSettings.from(given, data),
                        new StorageReader(given).read(),
                        BootstrapSettings.from(given),
                        UploadSettings.from(given));
        settings.refuseSharedPort(given);
        return settings;
    }

    private void refuseSharedPort(Given given) {
        if (storage instanceof StorageSettings.Embedded embedded
                && http.port() != 0
                && http.port() == embedded.port()
                && Host.overlap(http.host(), embedded.host())) {
            given.mistake(
                    SettingKey.EMBEDDED_PORT,
                    "%d is http.port too; give the two different ports".formatted(http.port()));
        }
    }
}
