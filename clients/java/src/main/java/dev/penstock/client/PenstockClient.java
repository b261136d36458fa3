package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.ApiKeyCreate;
import dev.penstock.contract.ApiKeyJson;
import dev.penstock.contract.ContentUrl;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.DocumentStatusCreate;
import dev.penstock.contract.DocumentStoreCreate;
import dev.penstock.contract.DocumentStoreJson;
import dev.penstock.contract.IntakeCreate;
import dev.penstock.contract.IntakeJson;
import dev.penstock.contract.IntakeTokenCreate;
import dev.penstock.contract.IntakeTokenJson;
import dev.penstock.contract.KnowledgeFeatureCreate;
import dev.penstock.contract.LabelCreate;
import dev.penstock.contract.OrganizationCreate;
import dev.penstock.contract.OrganizationFeatureJson;
import dev.penstock.contract.OrganizationJson;
import dev.penstock.contract.OrganizationLabelJson;
import dev.penstock.contract.OrganizationStatusJson;
import dev.penstock.contract.UploadStatus;
import java.net.URI;
import java.util.UUID;
import java.util.function.LongConsumer;

/// The service's HTTP calls and, apart from them, the storage's. May be used by many threads.
public final class PenstockClient implements AutoCloseable {
    private final ServiceConnection service;
    private final StorageConnection storage;

    private PenstockClient(ConnectionSettings settings) {
        service = new ServiceConnection(settings);
        storage = new StorageConnection(StorageTimeouts.usual(settings.connectTimeout()));
    }

    /// Nothing is sent yet.
    public static PenstockClient open(ConnectionSettings settings) {
        return new PenstockClient(settings);
    }

    /// The base address of the service.
    public URI server() {
        return service.settings().server();
    }

    /// The upload routes of an intake.
    public IntakeRoutes intake(IntakeAddress intake) {
        return intake(intake, ProgressListener.silent());
    }

    IntakeRoutes intake(IntakeAddress intake, ProgressListener listener) {
        return new IntakeRoutes(service, intake.route(), retryPolicy(), listener);
    }

    RetryPolicy retryPolicy() {
        return service.settings().retry();
    }

    StorageConnection storage() {
        return storage;
    }

    public ManagedObjects<OrganizationJson, OrganizationCreate> organizations() {
        return new ManagedObjects<>(service, "/api/organizations", OrganizationJson.class);
    }

    public ManagedObjects<DocumentStoreJson, DocumentStoreCreate> stores() {
        return new ManagedObjects<>(service, "/api/document-stores", DocumentStoreJson.class);
    }

    public ManagedObjects<OrganizationLabelJson, LabelCreate> labels() {
        return new ManagedObjects<>(service, "/api/labels", OrganizationLabelJson.class);
    }

    public ManagedObjects<OrganizationStatusJson, DocumentStatusCreate> statuses() {
        return new ManagedObjects<>(
                service, "/api/document-statuses", OrganizationStatusJson.class);
    }

    public ManagedObjects<OrganizationFeatureJson, KnowledgeFeatureCreate> features() {
        return new ManagedObjects<>(
                service, "/api/knowledge-features", OrganizationFeatureJson.class);
    }

    public ManagedObjects<IntakeJson, IntakeCreate> intakes() {
        return new ManagedObjects<>(service, "/api/intakes", IntakeJson.class);
    }

    /// The tokens of an intake; they are listed, created and deleted, never changed.
    public ManagedObjects<IntakeTokenJson, IntakeTokenCreate> tokens(UUID intakeId) {
        return new ManagedObjects<>(
                service, "/api/intakes/" + intakeId + "/tokens", IntakeTokenJson.class);
    }

    /// The uploads of an intake, which are only listed here.
    public ManagedObjects<UploadStatus, Void> uploads(UUID intakeId) {
        return new ManagedObjects<>(
                service, "/api/intakes/" + intakeId + "/uploads", UploadStatus.class);
    }

    public ManagedObjects<ApiKeyJson, ApiKeyCreate> apiKeys() {
        return new ManagedObjects<>(service, "/api/api-keys", ApiKeyJson.class);
    }

    /// Document families, which uploads make.
    public ManagedObjects<DocumentFamilyJson, Void> families() {
        return new ManagedObjects<>(service, "/api/document-families", DocumentFamilyJson.class);
    }

    /// Where the bytes of a family can be read.
    ///
    /// @param kind `NATIVE` or `DOCUMENT`
    public ContentUrl content(UUID familyId, String kind) {
        var call =
                ServiceCall.get(
                        "/api/document-families/" + familyId + "/content/" + kind,
                        service.settings().callTimeout());
        return ContractJson.read(
                service.call(call, service.settings().retry(), ProgressListener.silent()),
                ContentUrl.class);
    }

    /// Reads content back from the storage, without keeping it, and computes its checksum.
    ///
    /// @param progress hears how many bytes came, again and again
    /// @throws NoAnswerException when the connection breaks
    /// @throws StorageRefusedException when the URL is refused
    public ReadBack readBack(
            ContentUrl content, ChecksumAlgorithm algorithm, LongConsumer progress) {
        return ReadBack.of(storage, content, algorithm, progress);
    }

    @Override
    public void close() {
        service.close();
        storage.close();
    }
}
