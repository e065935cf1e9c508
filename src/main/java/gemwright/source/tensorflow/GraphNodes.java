package gemwright.source.tensorflow;

import gemwright.base.Problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes of a graph by name, and the order in which they compute.
final class GraphNodes {
    private static final Set<String> NO_RESULT =
            Set.of("NoOp", "Const", "Placeholder", "Assert", "PlaceholderWithDefault");

    private final Map<String, GraphNode> byName = new HashMap<>();
    private final List<GraphNode> all;
    private final String where;

    GraphNodes(List<GraphNode> all, String where) throws Problem {
        this.all = List.copyOf(all);
        this.where = where;
        for (GraphNode node : all) {
            if (byName.put(node.name(), node) != null) {
                throw Problem.of("tensorflow.damaged", where, "two nodes " + node.name());
            }
        }
    }

    /// The node of that name.
    GraphNode node(String name) throws Problem {
        GraphNode node = byName.get(name);
        if (node == null) {
            throw Problem.of("tensorflow.noNode", where, name);
        }
        return node;
    }

    /// The node in `node:1`.
    static String name(String value) {
        int colon = value.lastIndexOf(':');
        return colon < 0 ? value : value.substring(0, colon);
    }

    /// The output in `node:1`; 0 where none is named.
    static int output(String value) {
        int colon = value.lastIndexOf(':');
        String number = colon < 0 ? "0" : value.substring(colon + 1);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : -1;
    }

    /// Nodes that nobody takes a value of.
    List<String> ends() {
        Set<String> used = new HashSet<>();
        all.forEach(node -> node.values().forEach(value -> used.add(name(value))));
        return all.stream()
                .filter(node -> !NO_RESULT.contains(node.operator()))
                .map(GraphNode::name)
                .filter(name -> !used.contains(name))
                .toList();
    }

    /// What has to be computed for these nodes, each after all that it takes.
    ///
    /// @param given nodes whose values are there already
    /// @throws Problem where a node takes what it gives, which only a loop does
    List<GraphNode> order(List<String> ends, Set<String> given) throws Problem {
        List<GraphNode> order = new ArrayList<>();
        Map<String, Boolean> done = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(ends);
        while (!open.isEmpty()) {
            String name = open.peek();
            if (given.contains(name) || Boolean.TRUE.equals(done.get(name))) {
                open.pop();
                continue;
            }
            GraphNode node = node(name);
            boolean entered = done.putIfAbsent(name, false) != null;
            List<String> missing =
                    node.values().stream()
                            .map(GraphNodes::name)
                            .filter(n -> !given.contains(n) && !done.getOrDefault(n, false))
                            .toList();
            if (missing.isEmpty()) {
                open.pop();
                done.put(name, true);
                order.add(node);
            } else if (entered) {
                throw loop(node);
            } else {
                missing.forEach(open::push);
            }
        }
        return order;
    }

    /// Names the parts of the loop, as the file spells them.
    private Problem loop(GraphNode node) {
        List<String> parts =
                List.of("Enter", "Exit", "LoopCond", "Merge", "NextIteration", "Switch").stream()
                        .filter(p -> all.stream().anyMatch(n -> n.operator().equals(p)))
                        .toList();
        return Problem.of("tensorflow.loop", where + ", " + node.name(), String.join(", ", parts));
    }
}
