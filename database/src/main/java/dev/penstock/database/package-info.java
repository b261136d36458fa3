/// The repositories of core on SQLite and PostgreSQL. [dev.penstock.database.Database] opens them
/// all; one class per subject holds its SQL, which runs on both, and [Dialect] what differs.
@NullMarked
package dev.penstock.database;

import org.jspecify.annotations.NullMarked;
