package dev.penstock.contract;

import java.util.List;

/// The answer of `GET /api/intakes/{id}/uploads/{uploadId}/history`.
public record UploadHistoryJson(List<UploadStepJson> content) {}
