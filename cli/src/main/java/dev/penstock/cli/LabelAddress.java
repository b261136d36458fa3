package dev.penstock.cli;

import java.util.Locale;

/// Where a label is found: the slug of its organization and its name, `acme/URGENT` in text.
///
/// @param name in any case; it may hold slashes
record LabelAddress(String organization, String name) {

    LabelAddress {
        name = name.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return organization + "/" + name;
    }
}
