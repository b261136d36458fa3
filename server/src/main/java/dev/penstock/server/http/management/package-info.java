/// The routes of those who run the platform: organizations, stores, intakes, tokens, keys,
/// documents.
@NullMarked
package dev.penstock.server.http.management;

import org.jspecify.annotations.NullMarked;
