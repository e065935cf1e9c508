package gemwright.source.torch.script;

import gemwright.format.pickle.PickleValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the source in an archive comes from: entries of a `.debug_pkl`, each an offset into the
/// source and a range of the original text (`torch/csrc/jit/serialization/
/// source_range_serialization.cpp`, PyTorch 2.9). A trace has a Python stack as its text.
final class DebugRanges {
    static final DebugRanges NONE = new DebugRanges();

    private static final Pattern FRAME = Pattern.compile("([^\\s(]+)\\((\\d+)\\): (\\S+)");

    private final TreeMap<Long, String> places = new TreeMap<>();

    private DebugRanges() {}

    static DebugRanges of(PickleValue root) {
        DebugRanges ranges = new DebugRanges();
        List<PickleValue> parts = root.elements();
        if (parts.size() == 3 && parts.get(0).asText().isPresent()) {
            List<PickleValue> texts = parts.get(1).elements();
            for (PickleValue entry : parts.get(2).elements()) {
                ranges.add(entry.elements(), texts);
            }
        }
        return ranges;
    }

    /// `(offset, ((text ids, file id, first line), start, end), tag)`.
    private void add(List<PickleValue> entry, List<PickleValue> texts) {
        if (entry.size() < 2 || entry.get(0).asInteger().isEmpty()) {
            return;
        }
        List<PickleValue> range = entry.get(1).elements();
        List<PickleValue> source = range.isEmpty() ? List.of() : range.getFirst().elements();
        if (range.size() < 2 || source.size() < 3) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (PickleValue id : ExampleInput.untagged(source.get(0)).elements()) {
            text.append(text(id, texts));
        }
        String file = text(source.get(1), texts);
        long start = range.get(1).asInteger().orElse(0);
        long line = source.get(2).asInteger().orElse(0);
        place(text.toString(), file, start, line)
                .ifPresent(p -> places.put(entry.getFirst().asInteger().getAsLong(), p));
    }

    private static String text(PickleValue id, List<PickleValue> texts) {
        OptionalLong index = id.asInteger();
        boolean known =
                index.isPresent() && index.getAsLong() >= 0 && index.getAsLong() < texts.size();
        return known ? texts.get((int) index.getAsLong()).asText().orElse("") : "";
    }

    private static Optional<String> place(String text, String file, long start, long firstLine) {
        if (!file.isEmpty()) {
            int end = Math.clamp(start, 0, text.length());
            long line = firstLine + text.substring(0, end).chars().filter(c -> c == '\n').count();
            return Optional.of(shortened(file) + ", line " + line);
        }
        Matcher frame = FRAME.matcher(text);
        return frame.find()
                ? Optional.of(shortened(frame.group(1)) + ", line " + frame.group(2))
                : Optional.empty();
    }

    /// Without the folders of the machine that the model comes from.
    private static String shortened(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /// The place in the original source of what stands at an offset: `nets.py, line 161`.
    Optional<String> at(long offset) {
        Map.Entry<Long, String> entry = places.floorEntry(offset);
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }
}
