package dev.penstock.server.http;

import dev.penstock.core.object.ByteCount;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/// What a refused call still sends. A client that writes all of its body before it reads would see
/// its connection reset instead of the answer (RFC 9112, section 9.6), so a moderate rest is read
/// and thrown away.
final class UnreadBody {
    /// For whoever calls.
    static final ByteCount MODERATE = ByteCount.mebibytes(8);

    /// Reads the rest as far as that is worth it. A caller who waits to be asked for its body
    /// (`Expect: 100-continue`) is not asked; a larger one is cut off, and its connection closed.
    static void discard(Context ctx, ByteCount most) {
        if (ctx.header("Expect") == null && !isRead(ctx, most.value())) {
            ctx.header("Connection", "close");
        }
    }

    private static boolean isRead(Context ctx, long most) {
        if (ctx.req().getContentLengthLong() > most) {
            return false;
        }
        try {
            InputStream body = ctx.req().getInputStream();
            byte[] buffer = new byte[64 << 10];
            for (long read = 0; read < most; ) {
                int more = body.read(buffer);
                if (more < 0) {
                    return true;
                }
                read += more;
            }
        } catch (IOException e) {
            // nobody is there any more to hear the answer
        }
        return false;
    }

    private UnreadBody() {}
}
