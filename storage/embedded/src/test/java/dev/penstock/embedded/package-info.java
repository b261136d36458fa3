/// The embedded storage as its clients meet it: real sockets, real files, the AWS SDK.
@NullMarked
package dev.penstock.embedded;

import org.jspecify.annotations.NullMarked;
