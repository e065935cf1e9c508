package gemwright.source;

import gemwright.base.Problem;
import gemwright.scan.Finding;
import gemwright.scan.ScanResult;
import gemwright.scan.Verdict;

import java.nio.file.Path;
import java.util.List;

/// What a file would do where it is loaded, as parts of a refusal: nobody should be told to load
/// such a file in Python without being told that.
public final class Dangers {
    private Dangers() {}

    /// One part for each dangerous finding; none for a file that holds no danger.
    public static List<Problem.Part> of(ScanResult safety, Path file) {
        return safety.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.DANGEROUS)
                .map(finding -> part(finding, file))
                .toList();
    }

    private static Problem.Part part(Finding finding, Path file) {
        String where = finding.where().isEmpty() ? file.toString() : file + ", " + finding.where();
        return finding.arguments().isEmpty()
                ? Problem.Part.of("source.indirect", where)
                : Problem.Part.of("source.dangerous", where, finding.arguments().getFirst());
    }
}
