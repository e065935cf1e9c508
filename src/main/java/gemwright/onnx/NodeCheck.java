package gemwright.onnx;

import gemwright.base.Problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds one node against the definition of its operator, or of the model's function of that name.
///
/// ONNX's own domains are checked whole. Of ONNX Runtime's operators only the names are: they
/// change without a new version. Other domains are not checked at all.
final class NodeCheck {
    private static final Set<String> WHOLE =
            Set.of(Domain.ONNX, Domain.ML, "ai.onnx.preview.training", "ai.onnx.preview");

    private final Map<String, Function> functions = new HashMap<>();
    private final List<Problem.Part> findings;

    NodeCheck(Model model, List<Problem.Part> findings) {
        this.findings = findings;
        for (Function f : model.functions()) {
            functions.put(key(f.domain(), f.name(), f.overload()), f);
        }
    }

    void check(Node node, List<OperatorSet> sets, String where) {
        attributeNames(node, where);
        Function function = functions.get(key(node.domain(), node.operator(), node.overload()));
        if (function != null) {
            call(node, function, where);
            return;
        }
        String domain = Domain.normal(node.domain());
        Optional<Long> version = version(sets, domain);
        if (version.isEmpty()) {
            add("onnx.check.noImport", where, Domain.shown(domain));
            return;
        }
        if (!Operators.knows(domain)
                || (domain.equals(Domain.ONNX) && version.get() > Operators.newest())) {
            return;
        }
        Optional<Operator> operator = Operators.find(domain, node.operator(), version.get());
        if (operator.isEmpty()) {
            String set = Domain.shown(domain) + " " + version.get();
            add("onnx.check.unknownOperator", where, node.operator(), set);
        } else if (WHOLE.contains(domain)) {
            definition(node, operator.get(), where);
        }
    }

    private static Optional<Long> version(List<OperatorSet> sets, String domain) {
        return sets.stream()
                .filter(s -> Domain.normal(s.domain()).equals(domain))
                .map(OperatorSet::version)
                .findFirst();
    }

    private void attributeNames(Node node, String where) {
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : node.attributes()) {
            if (!seen.add(attribute.name())) {
                add("onnx.check.attributeTwice", where, attribute.name());
            }
        }
    }

    private void call(Node node, Function function, String where) {
        if (node.inputs().size() > function.inputs().size()) {
            count("onnx.check.inputs", where, node.inputs(), upTo(function.inputs()));
        }
        if (node.outputs().size() > function.outputs().size()) {
            count("onnx.check.outputs", where, node.outputs(), upTo(function.outputs()));
        }
        for (String required : function.attributes()) {
            if (node.attribute(required).isEmpty()) {
                add("onnx.check.attributeMissing", where, required);
            }
        }
    }

    private static String upTo(List<String> parameters) {
        return "0 to " + parameters.size();
    }

    private void definition(Node node, Operator operator, String where) {
        if (operator.status() == Operator.Status.DEPRECATED) {
            add("onnx.check.deprecated", where, operator.name(), Long.toString(operator.since()));
        }
        arity("onnx.check.inputs", node.inputs(), operator.inputs(), where);
        arity("onnx.check.outputs", node.outputs(), operator.outputs(), where);
        for (Attribute attribute : node.attributes()) {
            attribute(attribute, operator, where);
        }
        for (Operator.Property property : operator.attributes()) {
            if (property.required() && node.attribute(property.name()).isEmpty()) {
                add("onnx.check.attributeMissing", where, property.name());
            }
        }
    }

    private void arity(String key, List<String> names, Operator.Arity arity, String where) {
        if (!arity.allows(names.size())) {
            count(key, where, names, arity.range());
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty() && key.endsWith("inputs") && !arity.mayBeEmpty(i)) {
                add("onnx.check.emptyInput", where, Integer.toString(i));
            }
        }
    }

    private void attribute(Attribute attribute, Operator operator, String where) {
        Optional<Operator.Property> property = operator.attribute(attribute.name());
        if (property.isEmpty()) {
            add("onnx.check.attributeUnknown", where, attribute.name());
        } else if (attribute.kind() != property.get().kind()) {
            String wanted = spelling(property.get().kind());
            add(
                    "onnx.check.attributeKind",
                    where,
                    attribute.name(),
                    spelling(attribute.kind()),
                    wanted);
        }
    }

    private static String spelling(Attribute.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void count(String key, String where, List<String> names, String allowed) {
        add(key, where, Integer.toString(names.size()), allowed);
    }

    private void add(String key, String where, Object... arguments) {
        findings.add(Problem.Part.of(key, where, arguments));
    }

    private static String key(String domain, String name, String overload) {
        return Domain.normal(domain) + "\0" + name + "\0" + overload;
    }
}
