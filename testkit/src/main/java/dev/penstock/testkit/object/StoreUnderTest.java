package dev.penstock.testkit.object;

import dev.penstock.core.object.ObjectStore;
import java.time.Instant;

/// What an adapter's test gives the contract, and the questions it answers where storages may
/// differ.
public interface StoreUnderTest {

    /// The store, over a bucket that is there; the same one for all tests of a class.
    ObjectStore store();

    /// A store over the same bucket whose clock, when it signs, says this time.
    ObjectStore storeSigningAt(Instant time);

    /// What a completion says that is repeated after it worked. Either is S3: a lost answer must
    /// not look like a lost upload, so the caller asks [ObjectStore#head] anyway.
    default SecondCompletion secondCompletion() {
        return SecondCompletion.SAYS_GONE;
    }

    /// How a second completion of one upload ends.
    enum SecondCompletion {
        /// As [dev.penstock.core.object.ObjectStoreException.NoSuchMultipart].
        SAYS_GONE,
        /// As the first one.
        SAYS_DONE
    }
}
