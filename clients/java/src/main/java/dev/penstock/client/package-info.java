/// Sends files of any size: plans with the service, hashes a part, puts it straight into the
/// storage, retries, resumes and checks what arrived. [dev.penstock.client.Uploader] is where to
/// start reading.
@NullMarked
package dev.penstock.client;

import org.jspecify.annotations.NullMarked;
