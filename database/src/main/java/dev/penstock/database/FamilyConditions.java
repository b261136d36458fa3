package dev.penstock.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.core.document.DocumentRepository.Filter;
import dev.penstock.core.intake.StoreId;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// What a list of families is narrowed to, in SQL.
record FamilyConditions(Filter filter) {
    /// One of the labels of this name, each of its own organization.
    private static final String LABELLED =
            """
            id IN (SELECT f.family_id FROM family_label f JOIN label l ON l.id = f.label_id
              WHERE l.name = :label) AND
            """;

    /// Whether a path can begin with the prefix at all. One that is no Unicode text or has a
    /// control character cannot, nor can PostgreSQL be asked for it.
    boolean canMatch() {
        return filter.pathPrefix().filter(FamilyConditions::isNoText).isEmpty();
    }

    private static boolean isNoText(String prefix) {
        return prefix.codePoints().anyMatch(Character::isISOControl)
                || !UTF_8.newEncoder().canEncode(prefix);
    }

    /// Selects the ids of a page. With a prefix the range of paths is what finds them, so the id is
    /// made an expression there, lest a database without statistics walk all ids in their order.
    String ids() {
        var sql = new StringBuilder("SELECT id FROM document_family WHERE ");
        filter.organizations().ifPresent(o -> sql.append("organization_id IN (<orgs>) AND "));
        filter.store().ifPresent(s -> sql.append("store_id = :store AND "));
        range().ifPresent(r -> sql.append("path >= :from AND "));
        range().flatMap(TextRange::below).ifPresent(b -> sql.append("path < :below AND "));
        filter.label().ifPresent(l -> sql.append(LABELLED));
        filter.status().ifPresent(t -> sql.append("status_id = :status AND "));
        filter.createdFrom().ifPresent(t -> sql.append("created_on >= :createdFrom AND "));
        filter.createdBefore().ifPresent(t -> sql.append("created_on < :createdBefore AND "));
        String id = range().isPresent() ? "id || ''" : "id";
        return sql + Keyset.page(id, filter.order());
    }

    Query bind(Query query) {
        filter.organizations().ifPresent(o -> query.bindList("orgs", Ids.texts(o)));
        filter.store().map(StoreId::toString).ifPresent(s -> query.bind("store", s));
        range().ifPresent(r -> query.bind("from", r.from()));
        range().flatMap(TextRange::below).ifPresent(b -> query.bind("below", b));
        filter.label().ifPresent(l -> query.bind("label", l.value()));
        filter.status().ifPresent(t -> query.bind("status", t.toString()));
        filter.createdFrom().ifPresent(t -> query.bind("createdFrom", Times.text(t)));
        filter.createdBefore().ifPresent(t -> query.bind("createdBefore", Times.text(t)));
        return query;
    }

    private Optional<TextRange> range() {
        return filter.pathPrefix().filter(p -> !p.isEmpty()).map(TextRange::startingWith);
    }
}
