/// One attempt to bring one file in: its states, its plan and its rules.
@NullMarked
package dev.penstock.core.upload;

import org.jspecify.annotations.NullMarked;
