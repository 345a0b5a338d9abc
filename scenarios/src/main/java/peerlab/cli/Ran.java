package peerlab.cli;

import java.util.Optional;

import peerlab.engine.RunResult;
import peerlab.reports.RunDirectoryException;

/**
 * A run that came to its end. What became of it holds whether or not it could be kept.
 *
 * @param loss why nothing was kept of it, although that was wanted
 */
record Ran(RunResult result, Optional<RunDirectoryException> loss) {
}
