package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the interpreter is, for messages: the innermost place of the author's own source, of
/// PyTorch's where there is none.
final class Places {
    private final ScriptArchive archive;
    private final Progress progress;
    private final Map<String, DebugRanges> ranges = new HashMap<>();
    private final Deque<Spot> spots = new ArrayDeque<>();

    /// A place in a file that is being followed.
    private static final class Spot {
        private final String file;
        private int at;

        Spot(String file) {
            this.file = file;
        }
    }

    Places(ScriptArchive archive, Progress progress) {
        this.archive = archive;
        this.progress = progress;
    }

    void enter(String file) {
        spots.push(new Spot(file));
    }

    void leave() {
        spots.pop();
    }

    void at(int offset) {
        if (!spots.isEmpty()) {
            spots.element().at = offset;
        }
    }

    /// The innermost place outside of `torch` itself.
    String here() {
        Optional<String> first = Optional.empty();
        for (Spot spot : spots) {
            Optional<String> place =
                    ranges.computeIfAbsent(spot.file, f -> archive.ranges(f, progress)).at(spot.at);
            if (place.isPresent() && !spot.file.contains("__torch__/torch/")) {
                return archive.where() + ", " + place.get();
            }
            first = first.or(() -> place);
        }
        return first.map(p -> archive.where() + ", " + p)
                .orElseGet(
                        () ->
                                spots.isEmpty()
                                        ? archive.where()
                                        : archive.where()
                                                + ", "
                                                + spots.element().file
                                                + ", character "
                                                + spots.element().at);
    }

    /// A problem that stands here.
    Problem problem(String key, Object... arguments) {
        return Problem.of(key, here(), arguments);
    }

    /// A problem without a place, here.
    Problem located(Problem problem) {
        String here = here();
        List<Problem.Part> parts = new ArrayList<>();
        for (Problem.Part part : problem.parts()) {
            parts.add(
                    part.where().isEmpty()
                            ? new Problem.Part(part.key(), here, part.arguments(), part.count())
                            : part);
        }
        return Problem.of(parts);
    }
}
