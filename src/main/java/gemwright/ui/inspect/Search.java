package gemwright.ui.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds nodes by what was typed: words in their names, `op:Conv` in their operators, `shape:3x3`
/// in the shapes of their weights and settings. All words must fit.
final class Search {
    private Search() {}

    static Set<String> find(String typed, Inspected model) {
        String query = typed.strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            return Set.of();
        }
        List<String> words = List.of(query.split("\\s+"));
        Set<String> nodes =
                model.nodes().stream()
                        .filter(node -> words.stream().allMatch(word -> fits(word, node, model)))
                        .map(NodeRow::id)
                        .collect(Collectors.toSet());
        model.placement().boxes().stream()
                .filter(placed -> placed.kind() == Placement.Kind.END)
                .filter(placed -> words.stream().allMatch(word -> within(placed.title(), word)))
                .forEach(placed -> nodes.add(placed.id()));
        return nodes;
    }

    private static boolean fits(String word, NodeRow node, Inspected model) {
        if (word.startsWith("op:")) {
            return within(node.operator(), word.substring(3));
        }
        if (word.startsWith("shape:")) {
            String shape = word.substring(6).replace("x", ", ");
            return model.tensors().stream()
                            .filter(tensor -> node.weights().contains(tensor.name()))
                            .anyMatch(tensor -> within(tensor.shape(), shape))
                    || node.settings().values().stream().anyMatch(value -> within(value, shape));
        }
        return within(node.name(), word) || within(node.operator(), word);
    }

    private static boolean within(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
