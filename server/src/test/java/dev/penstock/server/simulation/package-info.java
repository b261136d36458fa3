/// Uploads, nodes and a faulty storage in one process, step by step and by a seed: the production
/// services run behind ports whose every call is a scheduling point, on a clock that only the
/// scheduler moves ([dev.penstock.server.simulation.Simulation]).
@NullMarked
package dev.penstock.server.simulation;

import org.jspecify.annotations.NullMarked;
