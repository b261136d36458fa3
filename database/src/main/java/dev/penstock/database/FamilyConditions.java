package dev.penstock.database;

import dev.penstock.core.document.DocumentRepository.Filter;
import dev.penstock.core.intake.StoreId;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// What a list of families is narrowed to, in SQL.
record FamilyConditions(Filter filter) {

    /// The conditions, each followed by `AND`.
    String sql() {
        var sql = new StringBuilder();
        filter.organizations().ifPresent(o -> sql.append("f.organization_id IN (<orgs>) AND "));
        filter.store().ifPresent(s -> sql.append("f.store_id = :store AND "));
        range().ifPresent(r -> sql.append("f.path >= :from AND "));
        range().flatMap(TextRange::below).ifPresent(b -> sql.append("f.path < :below AND "));
        return sql.toString();
    }

    Query bind(Query query) {
        filter.organizations().ifPresent(o -> query.bindList("orgs", Ids.texts(o)));
        filter.store().map(StoreId::toString).ifPresent(s -> query.bind("store", s));
        range().ifPresent(r -> query.bind("from", r.from()));
        range().flatMap(TextRange::below).ifPresent(b -> query.bind("below", b));
        return query;
    }

    private Optional<TextRange> range() {
        return filter.pathPrefix().map(TextRange::startingWith);
    }
}
