package gemwright.scan;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.zip.ZipArchive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks into a zip archive: the pickles of PyTorch, the configuration of Keras, and archives in
/// the archive.
final class ArchiveScan {
    /// Archives within archives that are looked into.
    private static final int DEPTH = 4;

    /// Larger entries are not unpacked: no pickle of objects and no configuration is that large.
    private static final long LARGEST_ENTRY = 32L << 20;

    /// Entries of one file that are looked at, archives within it included.
    private static final int MOST_ENTRIES = 100_000;

    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    private int seen;
    private boolean holdsPickles;

    private ArchiveScan(Progress progress) {
        this.progress = progress;
    }

    static boolean isArchive(MemorySegment bytes) {
        int head = (int) Math.min(4, bytes.byteSize());
        return ZipArchive.matches(bytes.asSlice(0, head).toArray(ValueLayout.JAVA_BYTE));
    }

    /// The verdict; empty for an archive of no known kind in which there is nothing to judge.
    static Optional<ScanResult> of(
            MemorySegment bytes, Optional<FileKind> kind, Progress progress) {
        ArchiveScan scan = new ArchiveScan(progress);
        scan.look(bytes, "", 0);
        if (kind.isEmpty() && !scan.holdsPickles && scan.findings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScanResult(kind.map(FileKind::id).orElse("zip"), scan.findings));
    }

    private void look(MemorySegment bytes, String inside, int depth) {
        if (depth > DEPTH) {
            findings.add(Finding.of(Verdict.DANGEROUS, "scan.nested", inside));
            return;
        }
        try {
            ZipArchive archive = ZipArchive.of(bytes, inside);
            for (ZipArchive.Entry entry : archive.entries()) {
                progress.step("scanning", seen, 0);
                if (++seen > MOST_ENTRIES) {
                    findings.add(Finding.of(Verdict.DANGEROUS, "scan.entries", inside));
                    return;
                }
                look(archive, entry, inside, depth);
            }
        } catch (Problem damaged) {
            damaged(damaged, inside);
        }
    }

    private void look(ZipArchive archive, ZipArchive.Entry entry, String inside, int depth) {
        String name = inside.isEmpty() ? entry.name() : inside + "/" + entry.name();
        boolean pickle = entry.name().endsWith(".pkl") || entry.name().endsWith(".pickle");
        boolean configuration = entry.name().equals("config.json");
        boolean archiveInside = entry.name().matches("(?i).*\\.(zip|pt|pth|npz|keras|jar|whl)");
        if (!pickle && !configuration && !archiveInside) {
            return;
        }
        if (entry.size() > LARGEST_ENTRY) {
            findings.add(
                    Finding.of(Verdict.UNKNOWN, "scan.large", name, Long.toString(entry.size())));
            return;
        }
        try {
            MemorySegment content = archive.content(entry);
            if (pickle) {
                pickle(content, name);
            } else if (configuration) {
                byte[] json = content.toArray(ValueLayout.JAVA_BYTE);
                findings.addAll(
                        KerasLambdas.ofConfiguration(
                                new String(json, StandardCharsets.UTF_8), name));
            } else if (isArchive(content)) {
                look(content, name, depth + 1);
            }
        } catch (Problem damaged) {
            damaged(damaged, name);
        }
    }

    private void pickle(MemorySegment content, String name) {
        holdsPickles = true;
        PickleScan scan = new PickleScan(name, true, ArchiveScan::definedInside);
        findings.addAll(scan.of(content, progress));
    }

    /// TorchScript's own classes, whose source lies in the archive and is not Python.
    private static boolean definedInside(PickleGlobal global) {
        return global.module().equals("__torch__") || global.module().startsWith("__torch__.");
    }

    private void damaged(Problem problem, String name) {
        Problem.Part part = problem.parts().getFirst();
        String where = part.where().isEmpty() ? name : part.where();
        findings.add(new Finding(Verdict.DAMAGED, part.key(), where, part.arguments()));
    }
}
