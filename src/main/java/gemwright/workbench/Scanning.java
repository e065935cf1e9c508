package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;
import gemwright.scan.Finding;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.scan.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Judges files and folders without executing anything in them.
public final class Scanning {
    private Scanning() {}

    /// The verdict on one file.
    ///
    /// @param path as it was given, or found below a folder that was given
    public record Scanned(Path path, ScanResult result) {}

    /// What is to be scanned: a file that somebody named, or one found in a folder.
    private record Candidate(Path path, boolean named) {}

    /// The verdicts, in the order of the paths; of a folder's files, those that hold no model are
    /// left out.
    ///
    /// @throws Problem where none of the paths could be read as a model
    public static List<Scanned> scan(List<Path> paths, Progress progress) throws Problem {
        List<Candidate> candidates = new ArrayList<>();
        for (Path path : paths) {
            candidates.addAll(candidates(path));
        }
        AtomicLong done = new AtomicLong();
        List<Optional<Scanned>> all =
                Tasks.parallel(
                        candidates,
                        candidate -> {
                            progress.step("scanning", done.getAndIncrement(), candidates.size());
                            return scan(candidate);
                        });
        List<Scanned> scanned = all.stream().flatMap(Optional::stream).toList();
        if (scanned.stream().noneMatch(one -> !one.result().format().isEmpty())) {
            List<Problem.Part> parts = unreadable(candidates);
            if (!parts.isEmpty()) {
                throw Problem.of(parts);
            }
        }
        return scanned;
    }

    /// Whether every verdict is safe.
    public static boolean allSafe(List<Scanned> scanned) {
        return scanned.stream().allMatch(one -> one.result().verdict() == Verdict.SAFE);
    }

    private static List<Candidate> candidates(Path path) throws Problem {
        if (!Files.isDirectory(path)) {
            return List.of(new Candidate(path, true));
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Candidate(file, false))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException failed) {
            throw Problem.of("file.cannotRead", path, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    private static Optional<Scanned> scan(Candidate candidate) {
        try {
            Optional<ScanResult> result = Scan.file(candidate.path(), Progress.none());
            if (result.isEmpty() && candidate.named()) {
                return Optional.of(unread(candidate, Scan.notAModel(candidate.path())));
            }
            return result.map(found -> new Scanned(candidate.path(), found));
        } catch (Problem unreadable) {
            return Optional.of(unread(candidate, unreadable));
        }
    }

    /// A file that could not be read is named among the others, not instead of them.
    private static Scanned unread(Candidate candidate, Problem problem) {
        Problem.Part part = problem.parts().getFirst();
        Finding finding = new Finding(Verdict.DAMAGED, part.key(), "", part.arguments());
        return new Scanned(candidate.path(), new ScanResult("", List.of(finding)));
    }

    private static List<Problem.Part> unreadable(List<Candidate> candidates) {
        List<Problem.Part> parts = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.named()) {
                try {
                    parts.addAll(Scan.notAModel(candidate.path()).parts());
                } catch (Problem unreadable) {
                    parts.addAll(unreadable.parts());
                }
            }
        }
        return parts;
    }
}
