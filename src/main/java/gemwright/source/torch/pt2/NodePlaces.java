package gemwright.source.torch.pt2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a node comes from: the path of its module, and the line of the author's own source,
/// without the folders of his machine.
final class NodePlaces {
    private static final Pattern FRAME = Pattern.compile("File \"([^\"]*)\", line (\\d+)");

    private NodePlaces() {}

    /// `net.3, nets.py, line 161`; as much of it as the node tells.
    static String of(Fields node, String where) {
        List<String> parts = new ArrayList<>(List.of(where));
        if (node.get("metadata") instanceof java.util.Map<?, ?> metadata) {
            module(String.valueOf(metadata.get("nn_module_stack"))).ifPresent(parts::add);
            line(String.valueOf(metadata.get("stack_trace"))).ifPresent(parts::add);
        }
        return String.join(", ", parts);
    }

    /// The last of `key,path,class;key,path,class`.
    private static Optional<String> module(String stack) {
        String last = stack.substring(stack.lastIndexOf(';') + 1);
        String[] fields = last.split(",", -1);
        return fields.length > 1 && !fields[1].isBlank()
                ? Optional.of(fields[1])
                : Optional.empty();
    }

    private static Optional<String> line(String trace) {
        Optional<String> own = Optional.empty();
        Optional<String> first = Optional.empty();
        for (Matcher frame = FRAME.matcher(trace); frame.find(); ) {
            String file = frame.group(1);
            String name =
                    file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            Optional<String> place = Optional.of(name + ", line " + frame.group(2));
            first = first.or(() -> place);
            own = file.contains("site-packages") || file.contains("/torch/") ? own : place;
        }
        return own.isPresent() ? own : first;
    }
}
