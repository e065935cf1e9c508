package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.runtime.Session;

import java.nio.file.Path;
import java.util.Set;

/// Loads a model file, whatever its format.
@FunctionalInterface
public interface Opener {
    /// The model, ready to run; the caller closes its session.
    ///
    /// @throws Problem where the file is no model that can be run
    Opened open(Path file) throws Problem;

    /// A loaded model.
    ///
    /// @param session to run it
    /// @param missing inputs from which an operator can be reached that handles a missing number
    /// @param sha256 of the file that it came from, in hexadecimal digits
    record Opened(Session session, Set<String> missing, String sha256) {
        public Opened {
            missing = Set.copyOf(missing);
        }
    }
}
