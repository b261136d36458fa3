/// The wire of Penstock as Java records: every request and every answer, and the one way they are
/// read from and written to JSON. `contract/openapi.yaml` is the same in machine-readable form.
@NullMarked
package dev.penstock.contract;

import org.jspecify.annotations.NullMarked;
