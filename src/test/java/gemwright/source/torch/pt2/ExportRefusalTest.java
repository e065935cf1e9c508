package gemwright.source.torch.pt2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/// Operators without a form in ONNX are named with the path of their module and the author's line.
class ExportRefusalTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/gemwright/source/torch/pt2-refused");

    private static Converted convert(String file) throws Problem {
        try (SourceModel model = Sources.open(FIXTURES.resolve(file), Progress.none())) {
            return model.toOnnx(ConvertOptions.usual(), Progress.none());
        }
    }

    private static List<String> refusal(String file) {
        Problem refused = assertThrows(Problem.class, () -> convert(file));
        return refused.parts().stream()
                .map(
                        part ->
                                part.key()
                                        + " "
                                        + part.arguments()
                                        + " @ "
                                        + part.where().replaceFirst(".*?\\.pt2, ", "")
                                        + " x"
                                        + part.count())
                .toList();
    }

    @Test
    void allUnknownOperatorsAreNamedAtOnce() {
        assertEquals(
                List.of(
                        "torch.operator [torch.ops.aten.linalg_svdvals.default] @ make.py, line 22"
                                + " x2",
                        "torch.operator [torch.ops.aten.linalg_eigvalsh.default] @ make.py, line 22"
                                + " x1"),
                refusal("unknown.pt2"));
    }

    @Test
    void operatorsOfOthersAreNamedInFull() {
        assertEquals(
                List.of("torch.operator [torch.ops.house.turn.default] @ make.py, line 37 x1"),
                refusal("own.pt2"));
    }

    @Test
    void aFixedBatchIsNoted() throws Problem {
        List<String> notes = convert("fixed.pt2").notes().stream().map(Problem.Part::key).toList();

        assertEquals(List.of("torch.staticExport"), notes);
    }
}
