package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Classified;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.Predicted;

import java.util.ArrayList;
import java.util.List;

/// The columns that the last estimator of a stack sees: what the others say, and where asked for
/// the columns themselves (`passthrough`).
final class Stack {
    private Stack() {}

    static Features of(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        List<Estimator> members = fitted.children("estimators_");
        List<String> methods = fitted.texts("stack_method_");
        if (members.size() != methods.size()) {
            throw fitted.unreadable("stack_method_");
        }
        List<Features> parts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            boolean classifier = fitted.has("classes_");
            parts.add(
                    classifier
                            ? classes(fitted, members.get(i), methods.get(i), x, g)
                            : numbers(members.get(i), x, g));
        }
        if (fitted.flag("passthrough", false)) {
            parts.add(x);
        }
        return Features.join(parts);
    }

    private static Features numbers(Estimator member, Features x, EstimatorGraph g) throws Problem {
        Predicted predicted = g.predict(member, x);
        return Features.of(predicted.values(), predicted.targets());
    }

    /// Of two classes only the second one's probability is seen.
    private static Features classes(
            Estimator fitted, Estimator member, String method, Features x, EstimatorGraph g)
            throws Problem {
        Classified answer = Members.single(fitted, member, x, g);
        int count = answer.labels().size();
        return switch (method) {
            case "predict_proba" -> {
                Value all =
                        answer.probabilities()
                                .orElseThrow(() -> member.refuse("sklearn.noProbabilities"));
                yield count == 2
                        ? Features.of(g.columns(all, 2, List.of(1)), 1)
                        : Features.of(all, count);
            }
            case "decision_function" -> {
                Value scores = answer.scores().orElseThrow(() -> member.refuse("sklearn.noScores"));
                yield Features.of(scores, count == 2 ? 1 : count);
            }
            case "predict" -> {
                if (!answer.labels().equals(Labels.counted(count))) {
                    throw fitted.unsupported("stack_method_");
                }
                yield Features.of(g.cast(g.reshape(answer.index(), -1, 1), ElementType.DOUBLE), 1);
            }
            default -> throw fitted.unsupported("stack_method_");
        };
    }
}
