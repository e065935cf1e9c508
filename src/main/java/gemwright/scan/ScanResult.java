package gemwright.scan;

import java.util.List;

/// The verdict on one file.
///
/// @param format what it is, as the command line spells formats; `pickle` for any pickle
/// @param findings what speaks against it, in the order of the file; empty for a safe one
public record ScanResult(String format, List<Finding> findings) {
    public ScanResult {
        findings = List.copyOf(findings);
    }

    /// The worst that was found; safe where nothing was.
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).reduce(Verdict.SAFE, Verdict::or);
    }
}
