package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import java.util.OptionalLong;

/// One item of the body of `POST …/multipart-upload-part-urls`; on the wire also a bare part
/// number.
///
/// @param partNumber from 1
/// @param size bytes of the part; stated, it becomes part of the signature
/// @param checksum base64 text of the algorithm in force
public record PartUrlRequest(int partNumber, OptionalLong size, Optional<String> checksum) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PartUrlRequest {}

    /// A part of any size.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PartUrlRequest ofNumber(int partNumber) {
        return new PartUrlRequest(partNumber, OptionalLong.empty(), Optional.empty());
    }

    /// A part of exactly `size` bytes.
    public static PartUrlRequest ofSize(int partNumber, long size) {
        return new PartUrlRequest(partNumber, OptionalLong.of(size), Optional.empty());
    }
}
