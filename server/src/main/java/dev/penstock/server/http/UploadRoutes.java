package dev.penstock.server.http;

import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.service.UploadServices;
import io.javalin.config.RoutesConfig;

/// The routes below `/api/intake/{orgSlug}/{intakeSlug}`.
public final class UploadRoutes {
    private static final String INTAKE = "/api/intake/{orgSlug}/{intakeSlug}";

    private final IntakeAccess access;
    private final UploadServices services;
    private final StorageCapabilities storage;
    private final UploadSettings settings;

    public UploadRoutes(
            IntakeAccess access,
            UploadServices services,
            StorageCapabilities storage,
            UploadSettings settings) {
        this.access = access;
        this.services = services;
        this.storage = storage;
        this.settings = settings;
    }

    public void addTo(RoutesConfig routes) {
        var reader = new CompletionReader(storage);
        var answers = new CompletionAnswers(services.completions(), services.statuses(), settings);
        routes.get(INTAKE, new GetIntakeInfo(access, storage, settings));
        routes.post(INTAKE, new DirectUpload(access, services.direct()));
        routes.post(
                INTAKE + "/presigned-upload-request",
                new PresignedUploadRequest(access, services.requests(), services.uploads()));
        routes.post(
                INTAKE + "/presigned-upload-complete",
                new PresignedUploadComplete(access, reader, answers));
        routes.post(
                INTAKE + "/multipart-upload-request",
                new MultipartUploadRequest(access, services.requests(), settings));
        routes.post(
                INTAKE + "/multipart-upload-part-urls",
                new MultipartUploadPartUrls(access, services.uploads()));
        routes.post(
                INTAKE + "/multipart-upload-complete",
                new MultipartUploadComplete(access, reader, answers));
        routes.post(
                INTAKE + "/multipart-upload-abort",
                new MultipartUploadAbort(access, services.uploads()));
        routes.get(INTAKE + "/uploads/{uploadId}", new GetUpload(access, services.statuses()));
        routes.get(
                INTAKE + "/uploads/{uploadId}/parts",
                new GetUploadParts(access, services.statuses()));
    }
}
