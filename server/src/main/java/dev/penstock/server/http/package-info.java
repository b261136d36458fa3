/// URLs, headers and statuses: one class per verb, and what all of them share.
@NullMarked
package dev.penstock.server.http;

import org.jspecify.annotations.NullMarked;
