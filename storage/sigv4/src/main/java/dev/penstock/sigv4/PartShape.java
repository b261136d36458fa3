package dev.penstock.sigv4;

import java.util.Optional;

/// Which headers a part's URL signs: parts of one shape differ in values only.
record PartShape(Length length, Optional<String> checksumHeader) {

    static PartShape of(PartToSign part) {
        return new PartShape(
                part.contentLength().isPresent() ? Length.SIGNED : Length.OPEN,
                part.checksum().map(Header::name));
    }

    boolean fits(PartToSign part) {
        return part.contentLength().isPresent() == (length == Length.SIGNED)
                && (part.checksum().isPresent()
                        ? checksumHeader.isPresent()
                                && checksumHeader.get().equals(part.checksum().get().name())
                        : checksumHeader.isEmpty());
    }

    enum Length {
        SIGNED,
        OPEN
    }
}
