package dev.penstock.testkit.object;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/// What every [dev.penstock.core.object.ObjectStore] must do: parts are sent by an ordinary HTTP
/// client through the presigned URLs, and looked at through the port. An adapter's test extends
/// this, gives its store, and answers the questions of [StoreUnderTest] where it differs.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public abstract class ObjectStoreContract
        implements PartUrlContract,
                MultipartContract,
                ChecksumContract,
                ObjectContract,
                OwnBytesContract {}
