/// The checksums that S3 knows, computed while bytes stream by, and joined over the parts of an
/// upload without reading them again.
@NullMarked
package dev.penstock.checksum;

import org.jspecify.annotations.NullMarked;
