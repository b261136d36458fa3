package dev.penstock.server.simulation;

/// What a storage may do with a call that completes.
enum CompletionFault {
    /// Nothing happens, and no answer.
    LOST_BEFORE,
    /// It works, and there is no answer.
    LOST_AFTER,
    /// It is carried out some time after the answer that there is none.
    LATE,
    /// It works, and says that there is no such upload, as after a retry on the way.
    GONE_AFTER,
    /// The parts are refused though nothing is wrong.
    PARTS_REFUSED,
    /// The checksum is refused though nothing is wrong.
    CHECKSUM_REFUSED,
    /// Refused for another reason.
    REFUSED
}
