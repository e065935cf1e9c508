package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// A fitted scikit-learn estimator, or a dict, list or tuple with some, as pickle or joblib file.
public final class SklearnFormat implements SourceFormat {
    @Override
    public String id() {
        return "sklearn";
    }

    @Override
    public List<String> extensions() {
        return List.of("joblib", "pkl", "pickle");
    }

    @Override
    public boolean matches(Head head) throws Problem {
        return head.kind().filter(kind -> kind == FileKind.PICKLE).isPresent()
                && Bundle.of(head.pickle().root()).hasEstimators();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new SklearnModel(head);
    }
}
