package dev.penstock.server.http;

import dev.penstock.contract.CompletionBodyBuilder;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.UnreadableJson;
import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a direct upload says beside its files: the fields of a completion, each in the form or in
/// the query, and others, which become extra metadata.
final class FormFields {
    private static final Set<String> KNOWN =
            Set.of(
                    "path",
                    "metadata",
                    "extraFields",
                    "externalData",
                    "labels",
                    "statusId",
                    "knowledgeFeatures",
                    "documentVersion",
                    "filename");

    private final Map<String, String> known = new HashMap<>();
    private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

    FormFields(Query query) {
        KNOWN.forEach(name -> query.find(name).ifPresent(value -> known.put(name, value)));
    }

    /// @throws ProblemException `invalid-parameter` for a known field that was there already
    void add(String name, String text) {
        if (!KNOWN.contains(name)) {
            others.merge(name, text, FormFields::both);
        } else if (!text.isEmpty() && known.put(name, text) != null) {
            throw Query.invalid(name, "comes more than once, in the form or the query");
        }
    }

    /// What came so far is right by itself.
    ///
    /// @throws ProblemException `invalid-parameter`, `invalid-field`
    void requireValid() {
        path();
        document();
    }

    /// A field that comes again has all its values.
    private static Object both(Object before, Object text) {
        List<@Nullable Object> values = new ArrayList<>();
        if (before instanceof List<?> list) {
            values.addAll(list);
        } else {
            values.add(before);
        }
        values.add(text);
        return values;
    }

    /// @throws ProblemException `invalid-parameter`
    Optional<DocumentPath> path() {
        return Optional.ofNullable(known.get("path")).map(text -> path("path", text));
    }

    /// @param field what the caller calls it
    static DocumentPath path(String field, String text) {
        try {
            return new DocumentPath(text);
        } catch (IllegalArgumentException e) {
            throw Query.invalid(field, "is wrong: " + e.getMessage());
        }
    }

    /// @throws ProblemException `invalid-field`
    DocumentFields document() {
        var body = new CompletionBodyBuilder();
        object("metadata").ifPresent(body::metadata);
        extraFields().ifPresent(body::extraFields);
        object("externalData").ifPresent(body::externalData);
        text("labels").ifPresent(body::labels);
        text("statusId").ifPresent(body::statusId);
        text("knowledgeFeatures").ifPresent(body::knowledgeFeatures);
        text("documentVersion").ifPresent(body::documentVersion);
        text("filename").ifPresent(body::filename);
        return DocumentFieldsReader.read(body.build());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(known.get(name));
    }

    private Optional<Map<String, @Nullable Object>> object(String name) {
        return text(name)
                .map(json -> {
                    try {
                        return ContractJson.readObject(json);
                    } catch (UnreadableJson e) {
                        throw InvalidField.of(name, "must be a JSON object");
                    }
                });
    }

    private Optional<Map<String, @Nullable Object>> extraFields() {
        Optional<Map<String, @Nullable Object>> given = object("extraFields");
        if (others.isEmpty()) {
            return given;
        }
        var all = new LinkedHashMap<String, @Nullable Object>(given.orElse(Map.of()));
        all.putAll(others);
        return Optional.of(all);
    }
}
