package dev.penstock.database;

import dev.penstock.core.document.Warning;
import java.util.List;

/// The warnings of a document.
record WarningsJson(int v, List<Item> warnings) implements Json.Versioned {

    record Item(String code, String detail) {
        static Item of(Warning warning) {
            return new Item(warning.code(), warning.detail());
        }

        Warning warning() {
            return new Warning(code, detail);
        }
    }

    static String write(List<Warning> warnings) {
        return Json.write(new WarningsJson(1, warnings.stream().map(Item::of).toList()));
    }

    static List<Warning> read(String text) {
        return Json.read(text, WarningsJson.class).warnings().stream().map(Item::warning).toList();
    }
}
