/// The wire: requests taken apart, signatures looked at, replies and errors written as S3 does.
@NullMarked
package dev.penstock.embedded.http;

import org.jspecify.annotations.NullMarked;
