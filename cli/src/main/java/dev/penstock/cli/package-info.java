/// The one program, `penstock`: sends files, manages a service, runs one. [dev.penstock.cli.Main]
/// names all commands.
@NullMarked
package dev.penstock.cli;

import org.jspecify.annotations.NullMarked;
