package gemwright.report;

import java.time.Instant;
import java.util.List;

/// Where a report comes from: it stands at its end, so that a reader can make it again.
///
/// @param files what was read
/// @param command the command line that makes the same report
/// @param version of this program
/// @param runtime Java and system
/// @param made when
public record Provenance(
        List<DataFile> files, String command, String version, String runtime, Instant made) {
    /// A file that was read.
    ///
    /// @param side what it was read as
    /// @param sha256 of its content, 64 hexadecimal digits
    public record DataFile(Side side, String name, long bytes, String sha256) {}

    /// What a file was read as.
    public enum Side {
        REFERENCE,
        CURRENT,
        OUTCOMES
    }

    public Provenance {
        files = List.copyOf(files);
    }

    /// The files of one side.
    public List<DataFile> of(Side side) {
        return files.stream().filter(f -> f.side() == side).toList();
    }
}
