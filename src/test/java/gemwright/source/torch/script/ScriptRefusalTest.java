package gemwright.source.torch.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What cannot be a model of ONNX is refused by the line of the author's own source.
class ScriptRefusalTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/gemwright/source/torch/script-refused");

    private static List<String> refusal(String file) throws Problem {
        try (SourceModel model = Sources.open(FIXTURES.resolve(file), Progress.none())) {
            Problem refused =
                    assertThrows(
                            Problem.class,
                            () -> model.toOnnx(ConvertOptions.usual(), Progress.none()));
            Texts english = Texts.problems(Locale.ENGLISH);
            return refused.parts().stream()
                    .map(p -> p.what(english) + " @ " + place(p) + " x" + p.count())
                    .toList();
        }
    }

    private static String place(Problem.Part part) {
        return part.where().replaceFirst(".*?\\.pt(, )?", "");
    }

    @Test
    void aLoopOverDataIsNamed() throws Problem {
        assertEquals(
                List.of("a while loop depends on data that only a run knows @ make.py, line 17 x1"),
                refusal("loop.pt"));
    }

    @Test
    void aBranchOverDataIsNamed() throws Problem {
        assertEquals(
                List.of("an if depends on data that only a run knows @ make.py, line 24 x1"),
                refusal("branch.pt"));
    }

    @Test
    void anInputThatIsNoTensorIsNamed() throws Problem {
        assertEquals(
                List.of("the input xs is a List[Tensor], and only tensors can be inputs @ xs x1"),
                refusal("listed.pt"));
    }

    @Test
    void allUnknownOperatorsAreNamedAtOnce() throws Problem {
        assertEquals(
                List.of(
                        "the operator torch.linalg_svdvals has no form in ONNX that is known here @"
                                + " make.py, line 36 x2",
                        "the operator torch.linalg_eigvalsh has no form in ONNX that is known here"
                                + " @ make.py, line 37 x1"),
                refusal("svd.pt"));
    }

    @Test
    void trainingIsNamed() throws Problem {
        assertEquals(
                List.of("dropout is used as in training @ functional.py, line 1418 x1"),
                refusal("dropped.pt"));
    }

    @Test
    void aViewOfWhatChangedIsNotTakenForTheOldValue() throws Problem {
        assertEquals(
                List.of("a view of a tensor is used after the tensor was changed in place @  x1"),
                refusal("alias.pt"));
    }
}
