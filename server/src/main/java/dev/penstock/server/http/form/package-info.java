/// Reads `multipart/form-data` (RFC 7578) as it comes, through small buffers, nothing on disk.
@NullMarked
package dev.penstock.server.http.form;

import org.jspecify.annotations.NullMarked;
